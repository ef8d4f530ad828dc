/** Light or dark: the page's `theme`, else what the reader's system says. */
export class Scheme {
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #changed = () => this.host.requestUpdate();

  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#dark.addEventListener('change', this.#changed);
  }

  hostDisconnected() {
    this.#dark.removeEventListener('change', this.#changed);
  }

  get isDark() {
    const { theme } = this.host;
    return theme === 'dark' || (theme !== 'light' && this.#dark.matches);
  }
}
