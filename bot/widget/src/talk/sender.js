/** Sends what waits in the outbox, one message after the other, until each is acknowledged. */

const TRIES = 3;

export class Sender {
  #busy = false;

  /** @param {import('./session.js').Session} session */
  constructor(session) {
    this.session = session;
  }

  async flush() {
    const { outbox } = this.session;
    if (this.#busy) return;
    this.#busy = true;
    for (let item; this.session.status === 'online' && (item = outbox.next()); ) {
      await this.#send(item);
      this.session.listener.changed();
    }
    this.#busy = false;
  }

  retry(id) {
    this.session.outbox.change(id, { state: 'waiting', tries: 0, why: undefined });
    this.session.listener.changed();
    this.flush();
  }

  async #send({ id, text, message, at, tries }) {
    const { session } = this;
    session.outbox.change(id, { state: 'sending', tries: tries + 1 });
    session.listener.changed();
    let answer;
    try {
      answer = await session.connection.request('user_uttered', { message, id });
    } catch {
      answer = { refused: 'unanswered' };
    }
    if (!answer?.refused) {
      session.outbox.remove(id);
      if (answer?.seq) {
        session.conversation.acknowledge({ seq: answer.seq, author: 'customer', id, text, at });
      }
      return;
    }
    this.#refused(id, tries + 1, answer);
  }

  #refused(id, tries, { refused, text }) {
    const { session } = this;
    const isOnline = session.status === 'online';
    const mayPass = refused === 'unanswered' || refused === 'no_session';
    if (mayPass && (!isOnline || tries < TRIES)) {
      // A loss of the connection is no try.
      session.outbox.change(id, { state: 'waiting', tries: isOnline ? tries : 0 });
      if (isOnline && refused === 'no_session') session.renew();
    } else {
      session.outbox.change(id, { state: 'failed', why: text });
    }
  }
}
