/**
 * Where the conversation stands on the screen, and what of it is announced: new messages are, the
 * history is not.
 */

const NEAR = 120;
// Longer than a browser takes to tell a screen reader of a change.
const HUSHED = 700;

export class Scrolling {
  /** New messages that the reader has not scrolled down to. */
  behind = false;
  live = 'polite';

  #follows = true;
  #show = null;
  /** Where we have scrolled to, until the event that tells of it. */
  #placed = null;
  #hushTimer;

  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  /** The reader's own message brings them down to it. */
  follow() {
    this.#follows = true;
  }

  replay(entries) {
    if (entries.length) this.#hush();
    this.#follows = true;
    this.host.requestUpdate();
  }

  arrived(entry) {
    if (this.#follows) this.#show ??= entry.seq;
    else this.behind = true;
  }

  #hush() {
    clearTimeout(this.#hushTimer);
    this.live = 'off';
    this.#hushTimer = setTimeout(() => {
      this.live = 'polite';
      this.host.requestUpdate();
    }, HUSHED);
  }

  /** The scroller has moved. */
  moved({ target }) {
    const isOurs = target.scrollTop === this.#placed;
    this.#placed = null;
    if (!isOurs) {
      this.#follows = target.scrollHeight - target.scrollTop - target.clientHeight < NEAR;
    }
    if (!this.#follows || !this.behind) return;
    this.behind = false;
    this.host.requestUpdate();
  }

  toEnd() {
    const scroller = this.host.inside('.scroller');
    scroller.scrollTo({ top: scroller.scrollHeight });
    scroller.focus({ preventScroll: true });
  }

  hostUpdated() {
    const scroller = this.host.inside('.scroller');
    if (!scroller || !this.#follows) return;
    const first = this.#show && scroller.querySelector(`[data-seq="${this.#show}"]`);
    this.#show = null;
    const end = scroller.scrollHeight - scroller.clientHeight;
    // An answer longer than the screen is read from its beginning.
    const top = first ? Math.min(end, first.offsetTop - 16) : end;
    this.#follows = top === end;
    if (!first && scroller.scrollTop >= top) return;
    scroller.scrollTo({ top });
    this.#placed = scroller.scrollTop;
  }
}
