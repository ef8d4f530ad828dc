import assert from 'node:assert/strict';
import test from 'node:test';
import { Conversation } from '../../../../bot/widget/src/talk/conversation.js';
import { Outbox } from '../../../../bot/widget/src/talk/outbox.js';
import { Sender } from '../../../../bot/widget/src/talk/sender.js';
import { storageOf } from '../../../../bot/widget/src/talk/storage.js';

/** A session whose server gives the `answers` one after the other; an Error is no answer. */
function sessionWith(...answers) {
  const items = new Map();
  const storage = { getItem: (key) => items.get(key) ?? null, setItem: (...pair) => items.set(...pair) };
  const tab = storageOf(() => storage, 'key');
  const session = {
    status: 'online',
    sent: [],
    renewals: 0,
    tab,
    outbox: new Outbox(tab),
    conversation: new Conversation(),
    listener: { changed() {} },
    renew: () => (session.renewals += 1),
    connection: {
      async request(_, payload) {
        session.sent.push(payload);
        const answer = answers.shift();
        if (answer instanceof Error) throw answer;
        return answer;
      },
    },
  };
  session.sender = new Sender(session);
  return session;
}

test('messages go out one by one, and become entries when they are acknowledged', async () => {
  const session = sessionWith({ seq: 4 }, { seq: 6 });
  session.outbox.add('one');
  session.outbox.add('Get a price', 'signed payload');
  await session.sender.flush();
  assert.deepEqual(session.sent.map(({ message }) => message), ['one', 'signed payload']);
  assert.deepEqual(session.conversation.entries.map(({ text }) => text), ['one', 'Get a price']);
  assert.deepEqual(session.outbox.items, []);
});

test('without an answer a message is sent again with the same id, then given up', async () => {
  const session = sessionWith(new Error(), new Error(), new Error());
  session.outbox.add('hello');
  await session.sender.flush();
  assert.equal(new Set(session.sent.map(({ id }) => id)).size, 1);
  assert.equal(session.sent.length, 3);
  assert.equal(session.outbox.items[0].state, 'failed');
});

test('a message that was given up can be sent again', async () => {
  const session = sessionWith({ refused: 'too_fast', text: 'Wait.' }, { seq: 1 });
  session.outbox.add('hello');
  await session.sender.flush();
  assert.equal(session.outbox.items[0].why, 'Wait.');
  session.sender.retry(session.outbox.items[0].id);
  await new Promise(setImmediate);
  assert.deepEqual(session.outbox.items, []);
});

test('a lost connection costs no try: the message waits, over a reload too', async () => {
  const session = sessionWith();
  session.connection.request = async () => {
    session.status = 'offline';
    throw new Error();
  };
  session.outbox.add('hello');
  await session.sender.flush();
  const [item] = new Outbox(session.tab).items;
  assert.deepEqual([item.text, item.state, item.tries], ['hello', 'waiting', 0]);
});

test('without a session one is asked for', async () => {
  const session = sessionWith({ refused: 'no_session' });
  session.renew = () => (session.status = 'connecting');
  session.outbox.add('hello');
  await session.sender.flush();
  assert.equal(session.status, 'connecting');
  assert.equal(session.outbox.next().text, 'hello');
});
