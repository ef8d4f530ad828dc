/** Shows the open panel anew each time a minute of the server's clock is over: prices expire. */
export class Minutes {
  #timer;

  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostUpdated() {
    clearTimeout(this.#timer);
    if (!this.host.opened) return;
    this.#timer = setTimeout(() => this.host.requestUpdate(), this.#untilNext());
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
  }

  /** The next whole minute that some price has left, or that the clock shows. */
  #untilNext() {
    const waits = this.host.session.conversation.entries
      .map((entry) => Date.parse(entry.quote?.expires_at) - this.host.session.now)
      .filter((left) => left > 0)
      .map((left) => left % 60_000);
    return Math.min(60_000, ...waits) + 50;
  }
}
