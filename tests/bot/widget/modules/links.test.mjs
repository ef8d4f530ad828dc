import assert from 'node:assert/strict';
import test from 'node:test';
import { safeUrl, splitLinks } from '../../../../bot/widget/src/links.js';

const CALL = { text: '(855) 937-3067', url: 'tel:+1-855-937-3067' };

test('links are cut out of the text, in its order', () => {
  const links = [{ text: 'help', url: 'https://example.com/help' }, CALL];
  assert.deepEqual(splitLinks('Call (855) 937-3067, or see help.', links), [
    { text: 'Call ' },
    CALL,
    { text: ', or see ' },
    links[0],
    { text: '.' },
  ]);
});

test('the same words twice are two links', () => {
  const links = [
    { text: 'here', url: 'https://example.com/a' },
    { text: 'here', url: 'https://example.com/b' },
  ];
  assert.deepEqual(
    splitLinks('here, here', links).map(({ url }) => url),
    ['https://example.com/a', undefined, 'https://example.com/b'],
  );
});

for (const url of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '/help', '']) {
  test(`"${url}" is shown as text`, () => {
    assert.equal(safeUrl(url), null);
    assert.deepEqual(splitLinks('tap me', [{ text: 'tap', url }]), [{ text: 'tap me' }]);
  });
}

test('a link whose words are not in the text is left out', () => {
  assert.deepEqual(splitLinks('nothing', [CALL]), [{ text: 'nothing' }]);
});

test('links that overlap: the first stands', () => {
  const links = [
    { text: 'one two', url: 'https://example.com/a' },
    { text: 'two three', url: 'https://example.com/b' },
  ];
  assert.deepEqual(splitLinks('one two three', links), [links[0], { text: ' three' }]);
});
