import assert from 'node:assert/strict';
import test from 'node:test';
import { Conversation } from '../../../../bot/widget/src/talk/conversation.js';
import { Writing } from '../../../../bot/widget/src/talk/writing.js';

/** What a widget tells while its customer writes; `holder` is who answers. */
function widget(context, holder) {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  const told = [];
  const conversation = new Conversation();
  if (holder) conversation.receive({ seq: 1, author: 'notice', text: '…', holder });
  conversation.receive({ seq: 2, author: 'customer', text: 'hello' });
  const connection = { send: (event, { on }) => told.push([event, on]) };
  const session = { status: 'online', conversation, connection };
  return { told, session, writing: new Writing(session), tick: (ms) => context.mock.timers.tick(ms) };
}

test('it is told at the beginning, now and then, and when it is over', (context) => {
  const { told, writing, tick } = widget(context, 'held');
  for (let second = 0; second < 9; second += 1) {
    writing.go(true);
    tick(1000);
  }
  assert.deepEqual(told, [['typing', true], ['typing', true], ['typing', true]]);
  tick(6000);
  assert.deepEqual(told.at(-1), ['typing', false]);
  tick(60_000);
  assert.equal(told.length, 4);
});

test('a text that is sent or deleted is over at once', (context) => {
  const { told, writing } = widget(context, 'waiting');
  writing.go(true);
  writing.go(false);
  writing.go(false);
  assert.deepEqual(told, [['typing', true], ['typing', false]]);
  writing.go(true);
  assert.equal(told.length, 3);
});

for (const holder of [undefined, 'bot', 'closed']) {
  test(`nothing is told where ${holder ?? 'nobody'} answers`, (context) => {
    const { told, writing, tick } = widget(context, holder);
    writing.go(true);
    tick(60_000);
    writing.go(false);
    assert.deepEqual(told, []);
  });
}

test('people who have left are told the end', (context) => {
  const { told, session, writing } = widget(context, 'held');
  writing.go(true);
  session.conversation.receive({ seq: 3, author: 'notice', text: '…', holder: 'bot' });
  writing.go(true);
  assert.deepEqual(told, [['typing', true], ['typing', false]]);
});

test('nothing waits for a connection that is gone', (context) => {
  const { told, session, writing, tick } = widget(context, 'held');
  session.status = 'offline';
  writing.go(true);
  tick(60_000);
  assert.deepEqual(told, []);
});
