/** Tells the people who answer that the customer writes: at the beginning, now and then, and at the end. */

const AGAIN = 4000;
const IDLE = 6000;

export class Writing {
  #told = 0;
  #idle;

  /** @param {import('./session.js').Session} session */
  constructor(session) {
    this.session = session;
  }

  /** @param {boolean} isAny whether there is anything in what the customer writes */
  go(isAny) {
    clearTimeout(this.#idle);
    if (!isAny || !this.session.conversation.isWithPeople) {
      this.#stop();
      return;
    }
    this.#idle = setTimeout(() => this.#stop(), IDLE);
    if (Date.now() - this.#told < AGAIN) return;
    this.#told = Date.now();
    this.#tell(true);
  }

  #stop() {
    if (this.#told) this.#tell(false);
    this.#told = 0;
  }

  /** Later it would not be true any more. */
  #tell(on) {
    if (this.session.status === 'online') this.session.connection.send('typing', { on });
  }
}
