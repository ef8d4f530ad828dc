/**
 * What was said, in the order of `seq`, each entry once.
 *
 * @typedef {{text: string, url: string}} Link
 * @typedef {{title: string, payload: string}} Button
 * @typedef {{seq: number, author: 'customer' | 'bot' | 'agent' | 'notice', at: string, text: string,
 *   language?: string | null, id?: string, response?: string, buttons?: Button[], links?: Link[],
 *   quote?: object, handoff?: boolean}} Entry
 */
export class Conversation {
  /** @type {Entry[]} */
  entries = [];
  /** The last `seq` that the server sent; what it only acknowledged does not count. */
  seen = 0;

  clear() {
    this.entries = [];
    this.seen = 0;
  }

  /** @returns {boolean} whether the entry is new */
  receive(entry) {
    this.seen = Math.max(this.seen, entry.seq);
    return this.place(entry);
  }

  /** A message that the server has stored, before it comes back as an entry. */
  place(entry) {
    const at = this.entries.findIndex((other) => other.seq >= entry.seq);
    if (at < 0) {
      this.entries = [...this.entries, entry];
      return true;
    }
    const known = this.entries[at].seq === entry.seq;
    this.entries = [
      ...this.entries.slice(0, at),
      entry,
      ...this.entries.slice(known ? at + 1 : at),
    ];
    return !known;
  }

  get answers() {
    return this.entries.filter(isAnswer).length;
  }

  unread(read = 0) {
    return this.entries.filter((entry) => isAnswer(entry) && entry.seq > read).length;
  }
}

/** Said by the bot or a person of the company. */
export function isAnswer(entry) {
  return entry.author === 'bot' || entry.author === 'agent';
}
