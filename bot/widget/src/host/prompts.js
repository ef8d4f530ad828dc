/** The bubble beside the closed launcher: a greeting for newcomers, or the question for a rating. */

const ENOUGH_ANSWERS = 2;

export class Prompts {
  /** @type {'greeting' | 'rating' | null} */
  shown = null;
  #timer;

  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  /** The greeting is shown once a browser session, to those who have not talked yet. */
  start() {
    const { host } = this;
    if (host.greeting === 'off' || host.opened || host.session.isBegun) return;
    if (host.memory.tab.read().greeted) return;
    this.#timer = setTimeout(() => {
      host.memory.tab.write({ greeted: true });
      this.#show('greeting');
    }, host.greetingDelay * 1000);
  }

  afterClosing() {
    const { conversation } = this.host.session;
    const asked = this.host.memory.conversation.rated;
    if (!asked && conversation.answers >= ENOUGH_ANSWERS) this.#show('rating');
  }

  /** A question that was put away is not put again. */
  dismiss() {
    clearTimeout(this.#timer);
    if (this.shown === 'rating') this.host.memory.remember({ rated: true });
    this.#show(null);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
  }

  #show(prompt) {
    this.shown = prompt;
    this.host.requestUpdate();
  }
}
