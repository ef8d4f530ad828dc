import { newId } from '../host/ids.js';

/**
 * An agent's messages on their way, in memory only. Each has an id of its own, so that one that is
 * sent twice is said once. What could not be sent stays in sight until it is sent or discarded.
 *
 * @typedef {{id: string, conversation: string, text: string, at: string, seq?: number,
 *   state: 'waiting' | 'sending' | 'sent' | 'unsent' | 'refused'}} Item
 */
export class Outbox {
  /** @type {Item[]} */
  items = [];
  #busy = new Set();

  /**
   * @param {(item: Item) => Promise<{seq: number}>} send raises with `isPassing` where a later try
   *   may succeed
   * @param {() => void} changed
   */
  constructor(send, changed) {
    this.send = send;
    this.changed = changed;
  }

  add(conversation, text) {
    const at = new Date().toISOString();
    // What failed before it is tried before it.
    for (const item of this.of(conversation)) if (item.state === 'unsent') item.state = 'waiting';
    this.items.push({ id: newId(), conversation, text, at, state: 'waiting' });
    return this.#run(conversation);
  }

  of(conversation) {
    return this.items.filter((item) => item.conversation === conversation);
  }

  get hasUnsent() {
    return this.items.some((item) => item.state !== 'sent');
  }

  retry(id) {
    const item = this.items.find((one) => one.id === id);
    if (!item) return Promise.resolve();
    item.state = 'waiting';
    for (const one of this.of(item.conversation)) if (one.state === 'unsent') one.state = 'waiting';
    return this.#run(item.conversation);
  }

  /** After a reconnect: all that had no answer. */
  retryAll() {
    const unsent = this.items.filter((item) => item.state === 'unsent');
    for (const item of unsent) item.state = 'waiting';
    return Promise.all(
      [...new Set(unsent.map((item) => item.conversation))].map((c) => this.#run(c)),
    );
  }

  discard(id) {
    this.items = this.items.filter((item) => item.id !== id);
    this.changed();
  }

  /** The server has shown an entry: the message that it is has arrived. */
  confirm(conversation, entries) {
    const ids = new Set(entries.map((entry) => entry.id).filter(Boolean));
    const seqs = new Set(entries.map((entry) => entry.seq));
    this.items = this.items.filter(
      (item) => item.conversation !== conversation || !(ids.has(item.id) || seqs.has(item.seq)),
    );
  }

  clear() {
    this.items = [];
  }

  /** One after the other, in the order in which they were written. */
  async #run(conversation) {
    this.changed();
    if (this.#busy.has(conversation)) return;
    this.#busy.add(conversation);
    try {
      for (let item = this.#next(conversation); item; item = this.#next(conversation)) {
        await this.#try(item);
      }
    } finally {
      this.#busy.delete(conversation);
      this.changed();
    }
  }

  #next(conversation) {
    return this.of(conversation).find((item) => item.state === 'waiting');
  }

  async #try(item) {
    item.state = 'sending';
    this.changed();
    try {
      item.seq = (await this.send(item))?.seq;
      item.state = 'sent';
    } catch (error) {
      item.state = error.isPassing ? 'unsent' : 'refused';
      // Nothing is said out of order: what was written after it waits, too.
      for (const later of this.of(item.conversation)) {
        if (later.state === 'waiting') later.state = item.state;
      }
    }
  }
}
