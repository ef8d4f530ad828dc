import { storageOf } from './storage.js';

/**
 * What a browser remembers of one server: for all tabs the session, the language and what was read
 * and rated; for one tab what is not sent yet, the draft, and whether the panel is open.
 */
export class Memory {
  constructor(server) {
    const key = `prorata-chat ${server}`;
    this.browser = storageOf(() => localStorage, key);
    this.tab = storageOf(() => sessionStorage, key);
  }

  /** @returns {{token?: string, read?: number, feedback?: Record<number, boolean>, rated?: boolean}} */
  get conversation() {
    return this.browser.read().conversation ?? {};
  }

  remember(changes) {
    this.browser.write({ conversation: { ...this.conversation, ...changes } });
  }

  begin(token) {
    this.browser.write({ conversation: { token } });
  }
}
