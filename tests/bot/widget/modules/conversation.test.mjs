import assert from 'node:assert/strict';
import test from 'node:test';
import { Conversation } from '../../../../bot/widget/src/talk/conversation.js';

const bot = (seq) => ({ seq, author: 'bot', text: `answer ${seq}` });

test('entries are in the order of seq, each once', () => {
  const conversation = new Conversation();
  assert.equal(conversation.receive(bot(7)), true);
  assert.equal(conversation.receive(bot(3)), true);
  assert.equal(conversation.receive(bot(7)), false);
  assert.deepEqual(conversation.entries.map(({ seq }) => seq), [3, 7]);
  assert.equal(conversation.seen, 7);
});

test('what is only acknowledged does not count as seen', () => {
  const conversation = new Conversation();
  conversation.acknowledge({ seq: 9, author: 'customer', text: 'hello' });
  assert.equal(conversation.seen, 0);
  conversation.receive(bot(8));
  assert.deepEqual(conversation.entries.map(({ seq }) => seq), [8, 9]);
  assert.equal(conversation.receive({ seq: 9, author: 'customer', text: 'hello' }), true);
});

test('the customer’s own messages are never unread', () => {
  const conversation = new Conversation();
  conversation.receive(bot(1));
  conversation.receive({ seq: 2, author: 'customer', text: 'hello' });
  conversation.receive({ seq: 3, author: 'agent', text: 'hello' });
  assert.equal(conversation.unread(), 2);
  assert.equal(conversation.unread(1), 1);
  assert.equal(conversation.answers, 2);
});
