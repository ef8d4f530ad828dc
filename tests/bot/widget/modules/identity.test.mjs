import assert from 'node:assert/strict';
import test from 'node:test';
import { Identity } from '../../../../bot/widget/src/talk/identity.js';

const HOUR = 3_600_000;
const LIFE = 600_000;

/**
 * How often the page's function is called within `during`, for a server that takes each token for ten
 * minutes of its own clock.
 */
async function callsWithin(context, during, { ahead = 0, skew = 0, life = LIFE }) {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 10 * HOUR });
  const expires = () => (Date.now() - ahead + life) / 1000;
  let calls = 0;
  const identity = new Identity(
    () => identity.expiresAt(expires()),
    () => Date.now() + skew,
  );
  identity.source = async () => `token ${(calls += 1)}`;
  identity.expiresAt(expires());
  for (let passed = 0; passed < during; passed += 1000) {
    context.mock.timers.tick(1000);
    await new Promise(setImmediate);
  }
  identity.stop();
  return calls;
}

test('the page is asked again a minute before the token expires', async (context) => {
  assert.equal(await callsWithin(context, LIFE - 61_000, {}), 0);
  context.mock.timers.reset();
  assert.equal(await callsWithin(context, LIFE - 59_000, {}), 1);
});

test('by the clock of the server, where that is known', async (context) => {
  assert.equal(await callsWithin(context, HOUR, { ahead: HOUR, skew: -HOUR }), 6);
});

test('a clock that is ahead does not make the page be asked all the time', async (context) => {
  assert.equal(await callsWithin(context, 300_000, { ahead: HOUR }), 10);
});

test('nor does a token of a few seconds', async (context) => {
  assert.equal(await callsWithin(context, 60_000, { life: 5000 }), 2);
});

test('a token that the page gave once is not asked for again', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const identity = new Identity(() => assert.fail(), Date.now);
  identity.source = 'a token';
  identity.expiresAt(60);
  context.mock.timers.tick(HOUR);
  assert.equal(await identity.fresh(), null);
});

test('whoever signs out is asked for no token', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const identity = new Identity(() => assert.fail(), Date.now);
  identity.source = async () => 'a token';
  identity.expiresAt(600);
  identity.expiresAt(undefined);
  context.mock.timers.tick(HOUR);
  assert.equal(await identity.fresh(), 'a token');
});
