import assert from 'node:assert/strict';
import test from 'node:test';
import { storageOf } from '../../../../bot/widget/src/talk/storage.js';

test('blocked storage is remembered by the page alone', () => {
  const storage = storageOf(() => {
    throw new Error('SecurityError');
  }, 'key');
  storage.write({ token: 'a' });
  storage.write({ read: 3 });
  assert.deepEqual(storage.read(), { token: 'a', read: 3 });
});

for (const stored of ['{', 'null', '3']) {
  test(`what another has stored, ${stored}, is no harm`, () => {
    const storage = storageOf(() => ({ getItem: () => stored }), 'key');
    assert.deepEqual(storage.read(), {});
  });
}

test('another tab’s changes are kept', () => {
  const items = new Map();
  const open = () => ({ getItem: (k) => items.get(k) ?? null, setItem: (...p) => items.set(...p) });
  const one = storageOf(open, 'key');
  const other = storageOf(open, 'key');
  one.write({ a: 1 });
  other.write({ b: 2 });
  assert.deepEqual(one.read(), { a: 1, b: 2 });
});
