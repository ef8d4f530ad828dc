/** Who is writing at this moment, both ways. */

const AGAIN = 4000;
const IDLE = 6000;
/** A customer whose "no longer" got lost does not write for ever. */
const FORGET = 12_000;

/** Tells the customer that the agent writes: at the beginning, now and then, and when it is over. */
export class AgentTyping {
  #told = 0;
  #conversation = null;
  #idle = null;

  /** @param {(conversation: string, on: boolean) => void} tell */
  constructor(tell) {
    this.tell = tell;
  }

  write(conversation) {
    if (this.#conversation !== conversation) this.stop();
    this.#conversation = conversation;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.stop(), IDLE);
    if (Date.now() - this.#told < AGAIN) return;
    this.#told = Date.now();
    this.tell(conversation, true);
  }

  stop() {
    clearTimeout(this.#idle);
    if (this.#told) this.tell(this.#conversation, false);
    this.#told = 0;
    this.#conversation = null;
  }
}

export class CustomersTyping {
  #timers = new Map();

  constructor(changed) {
    this.changed = changed;
  }

  hear(conversation, on) {
    clearTimeout(this.#timers.get(conversation));
    this.#timers.delete(conversation);
    if (on)
      this.#timers.set(
        conversation,
        setTimeout(() => this.hear(conversation, false), FORGET),
      );
    this.changed();
  }

  has(conversation) {
    return this.#timers.has(conversation);
  }
}
