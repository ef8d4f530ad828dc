/** On a phone, or where little room is left at high zoom, the panel is the whole screen. */

export const SMALL = '(max-width: 480px), (max-height: 460px)';

export class FullScreen {
  #small = matchMedia(SMALL);
  #changed = () => this.host.requestUpdate();
  #fit = () => this.#fitKeyboard();

  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  get matches() {
    return this.#small.matches;
  }

  hostConnected() {
    this.#small.addEventListener('change', this.#changed);
    visualViewport?.addEventListener('resize', this.#fit);
    visualViewport?.addEventListener('scroll', this.#fit);
  }

  hostDisconnected() {
    this.#small.removeEventListener('change', this.#changed);
    visualViewport?.removeEventListener('resize', this.#fit);
    visualViewport?.removeEventListener('scroll', this.#fit);
  }

  hostUpdated() {
    this.#fitKeyboard();
  }

  /** An on-screen keyboard covers the page without resizing it: the panel takes what is left. */
  #fitKeyboard() {
    const panel = this.host.inside('.panel');
    if (!panel) return;
    const { height, offsetTop, scale } = visualViewport ?? {};
    const covered = this.matches && scale === 1 && innerHeight - height > 80;
    panel.style.setProperty('height', covered ? `${height}px` : null);
    panel.style.setProperty('top', covered ? `${offsetTop}px` : null);
    panel.style.setProperty('bottom', covered ? 'auto' : null);
  }

  /** Full screen, Tab stays within: what lies behind cannot be seen. */
  keepFocus(event) {
    if (!this.matches || event.key !== 'Tab') return;
    const stops = [...this.host.inside('.panel').querySelectorAll(STOPS)].filter(
      (stop) => !stop.disabled && !stop.closest('[inert]') && stop.getClientRects().length,
    );
    const at = stops.indexOf(this.host.renderRoot.activeElement);
    const leaving = event.shiftKey ? at <= 0 : at === stops.length - 1;
    if (!leaving) return;
    event.preventDefault();
    stops.at(event.shiftKey ? -1 : 0).focus();
  }
}

const STOPS = 'button, a[href], textarea, summary, input, [tabindex="0"]';
