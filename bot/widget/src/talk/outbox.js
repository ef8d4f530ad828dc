/**
 * Messages on their way: kept over a reload of the tab until the server has acknowledged them.
 *
 * @typedef {{id: string, text: string, message: string, at: string, tries: number,
 *   state: 'waiting' | 'sending' | 'failed', why?: string}} Item
 */
export class Outbox {
  /** @param {import('./storage.js')} tab the storage of this tab */
  constructor(tab) {
    this.tab = tab;
    /** @type {Item[]} */
    this.items = tab.read().outbox ?? [];
    for (const item of this.items) if (item.state === 'sending') item.state = 'waiting';
  }

  /** @param {string} text what is shown @param {string} message what is sent: a button's payload */
  add(text, message = text) {
    const at = new Date().toISOString();
    this.#keep([...this.items, { id: newId(), text, message, at, tries: 0, state: 'waiting' }]);
  }

  /** As entries, the last ones of all. */
  get messages() {
    return this.items.map((item) => ({ ...item, author: 'customer' }));
  }

  next() {
    return this.items.find((item) => item.state === 'waiting');
  }

  change(id, changes) {
    this.#keep(this.items.map((item) => (item.id === id ? { ...item, ...changes } : item)));
  }

  remove(id) {
    if (this.items.some((item) => item.id === id)) {
      this.#keep(this.items.filter((item) => item.id !== id));
    }
  }

  clear() {
    this.#keep([]);
  }

  #keep(items) {
    this.items = items;
    this.tab.write({ outbox: items });
  }
}

/** `crypto.randomUUID` exists on secure pages only. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
