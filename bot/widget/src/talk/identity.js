/** Who is signed in: a token that the page gives, asked for again before it expires. */

const EARLY = 60_000;
// The least between two calls: a clock that is ahead would have every token expired.
const SELDOM = 30_000;
// The longest time that a browser's timer takes.
const LONGEST = 2 ** 31 - 1;

export class Identity {
  #source = null;
  #timer;

  /**
   * @param {(token: string | null) => void} renew sends a token while connected
   * @param {() => number} now the server's time in milliseconds, as far as known
   */
  constructor(renew, now) {
    Object.assign(this, { renew, now });
  }

  /** @param {string | null | (() => Promise<string | null>)} source */
  set source(source) {
    this.#source = source;
  }

  /** @returns {Promise<string | null>} null where nobody is, or the page's function failed */
  async token() {
    if (typeof this.#source !== 'function') return this.#source;
    try {
      return (await this.#source()) ?? null;
    } catch {
      return null;
    }
  }

  /** Only a page's function can give another token than the one that has expired. */
  async fresh() {
    return typeof this.#source === 'function' ? this.token() : null;
  }

  /** @param {number | undefined} expires epoch seconds, by the server's clock */
  expiresAt(expires) {
    clearTimeout(this.#timer);
    if (!expires || typeof this.#source !== 'function') return;
    const wait = Math.max(expires * 1000 - this.now() - EARLY, SELDOM);
    this.#timer = setTimeout(() => this.refresh(), Math.min(wait, LONGEST));
  }

  async refresh() {
    const token = await this.token();
    if (token) this.renew(token);
  }

  stop() {
    clearTimeout(this.#timer);
  }
}
