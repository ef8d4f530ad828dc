import assert from 'node:assert/strict';
import test from 'node:test';
import { framed, inLanguage, negotiate } from '../../../../bot/widget/src/locales.js';

const CASES = [
  [['fr-CA'], 'fr-CA'],
  [['fr_ca'], 'fr-CA'],
  [['fr', 'en', 'en-GB'], 'fr-FR'],
  [['fr', 'de-FR'], 'fr'],
  [[null, '', 'de-DE', 'en-US'], 'en-US'],
  [['fr-BE', 'en-CA'], 'fr-CA'],
  [['zh-Hant-TW'], 'en'],
];
for (const [candidates, locale] of CASES) {
  test(`${candidates} is ${locale}`, () => assert.equal(negotiate(candidates), locale));
}

test('the other language keeps the region', () => {
  assert.equal(inLanguage('en-US', 'fr'), 'fr-CA');
  assert.equal(inLanguage('fr-FR', 'en'), 'en-GB');
  assert.equal(inLanguage('fr', 'en'), 'en');
});

test('a bare language is shown as in Canada', () => {
  assert.equal(framed('fr'), 'fr-CA');
  assert.equal(framed('en-GB'), 'en-GB');
});
