/**
 * What was said, in the order of `seq`, each entry once.
 *
 * @typedef {{text: string, url: string}} Link
 * @typedef {{title: string, payload: string}} Button
 * @typedef {{seq: number, author: 'customer' | 'bot' | 'agent' | 'notice', at: string, text: string,
 *   language?: string | null, id?: string, response?: string, buttons?: Button[], links?: Link[],
 *   quote?: object, handoff?: boolean, holder?: 'bot' | 'waiting' | 'held' | 'closed'}} Entry
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
    const known = this.#place(entry);
    return !known || known.isOurs === true;
  }

  /** A message that the server has acknowledged, and has not sent back as an entry yet. */
  acknowledge(entry) {
    if (!this.entries.some(({ seq }) => seq === entry.seq)) this.#place({ ...entry, isOurs: true });
  }

  /** @returns {Entry | undefined} what stood in its place */
  #place(entry) {
    const before = this.entries.filter(({ seq }) => seq < entry.seq);
    const after = this.entries.filter(({ seq }) => seq > entry.seq);
    const known = this.entries.find(({ seq }) => seq === entry.seq);
    this.entries = [...before, entry, ...after];
    return known;
  }

  get answers() {
    return this.entries.filter(isAnswer).length;
  }

  /** Do people answer, or will they? */
  get isWithPeople() {
    const holder = this.entries.findLast((entry) => entry.holder)?.holder;
    return holder === 'waiting' || holder === 'held';
  }

  unread(read = 0) {
    return this.entries.filter((entry) => isAnswer(entry) && entry.seq > read).length;
  }
}

/** Said by the bot or a person of the company. */
export function isAnswer(entry) {
  return entry.author === 'bot' || entry.author === 'agent';
}
