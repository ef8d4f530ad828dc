import assert from 'node:assert/strict';
import test from 'node:test';
import { textsOf } from '../../../../bot/widget/src/texts.js';

test('zero is singular in French only', () => {
  assert.equal(textsOf('fr-CA')('unit_seat', { n: 0 }), '0 poste');
  assert.equal(textsOf('en-CA')('unit_seat', { n: 0 }), '0 seats');
});

test('numbers are written as the locale does, other values as they are', () => {
  assert.equal(textsOf('en-US')('card_left', { left: '649 days', total: 1096 }), '649 days of 1,096');
  assert.equal(textsOf('fr-FR')('unit_day', { n: 1096 }), '1\u202f096 jours');
});

test('a value is not looked into for placeholders', () => {
  assert.equal(textsOf('en-US')('card_left', { left: '{total}', total: 2 }), '{total} of 2');
});
