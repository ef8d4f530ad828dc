import { LitElement } from 'lit';
import { Memory } from './talk/memory.js';
import { Session } from './talk/session.js';
import { isAnswer } from './talk/conversation.js';
import { Scheme } from './host/scheme.js';
import { Minutes } from './host/minutes.js';
import { Scrolling } from './host/scrolling.js';
import { FullScreen } from './host/full-screen.js';
import { Language } from './host/language.js';
import { Prompts } from './host/prompts.js';
import { frame } from './views/frame.js';
import { styles } from './styles/index.js';

// A panel that was open is open again on the next page.
const REOPENED = 'open';
const CLOSED = 'utter_agent_closed';

/** `<prorata-chat>`: see README.md for its attributes, methods, events and parts. */
export class ProrataChat extends LitElement {
  static styles = styles;
  static properties = {
    server: {},
    locale: {},
    theme: {},
    heading: {},
    greeting: {},
    greetingDelay: { attribute: 'greeting-delay', type: Number },
    opened: { attribute: 'open', type: Boolean, reflect: true },
    identity: { attribute: false },
    menu: { state: true },
    sheet: { state: true },
    status: { state: true },
    notices: { state: true },
    draft: { state: true },
    refusal: { state: true },
    stars: { state: true },
  };

  constructor() {
    super();
    this.opened = false;
    this.greetingDelay = 8;
    this.menu = false;
    this.notices = [];
    this.draft = '';
    this.stars = 0;
    this.scheme = new Scheme(this);
    this.minutes = new Minutes(this);
    this.scrolling = new Scrolling(this);
    this.fullScreen = new FullScreen(this);
    this.prompts = new Prompts(this);
    this.language = new Language(this);
    for (const event of ['focusin', 'pointerdown']) this.addEventListener(event, this.#wake);
  }

  connectedCallback() {
    super.connectedCallback();
    this.address = new URL(this.server ?? new URL(import.meta.url).origin, location.href).href;
    this.memory = new Memory(this.address);
    this.language.remember();
    this.session = new Session(this.address, this.memory, this.language.spoken, {
      changed: () => this.#changed(),
      replayed: (entries) => this.scrolling.replay(entries),
      arrived: (entry) => this.#arrived(entry),
      noticed: (name) => this.#notice(name),
    });
    this.draft = this.memory.tab.read().draft ?? '';
    if (this.memory.tab.read()[REOPENED] && !this.fullScreen.matches) this.opened = true;
    this.session.isOpen = this.opened;
    if (this.session.isBegun || this.opened) this.session.connect();
    this.prompts.start();
    document.addEventListener('visibilitychange', this.#wake);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#wake);
    this.session.disconnect();
  }

  // --- what a page may do ---

  open() {
    this.opened = true;
    this.updateComplete.then(() => this.inside('textarea')?.focus());
  }

  close() {
    if (!this.opened) return;
    this.opened = false;
    this.menu = false;
    this.sheet = undefined;
    this.prompts.afterClosing();
    this.updateComplete.then(() => this.inside('.launcher')?.focus());
  }

  toggle() {
    if (this.opened) this.close();
    else this.open();
  }

  startOver() {
    this.sheet = undefined;
    this.notices = [];
    this.session.startOver();
  }

  /** @param {string} token an identity token that the company's own back end signed */
  signIn(token) {
    this.identity = token;
  }

  signOut() {
    this.identity = null;
  }

  // --- what the views do ---

  /** @returns {HTMLElement | null} */
  inside(selector) {
    return this.renderRoot.querySelector(selector);
  }

  t = (name, values) => this.language.t(name, values);

  get frameLocale() {
    return this.language.frame;
  }

  say(text, message) {
    this.notices = [];
    this.scrolling.follow();
    this.session.say(text, message);
  }

  switchLanguage() {
    this.language.switchTo(this.language.other);
    this.session.chooseLanguage(this.language.spoken);
  }

  /** Says a short sentence to those who see it and to those who hear it. */
  tell(text) {
    this.status = text;
    clearTimeout(this.statusTimer);
    this.statusTimer = setTimeout(() => (this.status = ''), 6000);
  }

  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`prorata:${name}`, { detail, bubbles: true, composed: true }));
  }

  // --- life ---

  willUpdate(changed) {
    if (changed.has('locale') && this.hasUpdated) {
      this.language.followPage();
      this.session.chooseLanguage(this.language.spoken);
    }
    if (changed.has('identity')) this.#identityChanged();
    if (changed.has('opened') && this.opened) this.prompts.dismiss();
    if (this.opened) this.#read();
  }

  render() {
    return frame(this);
  }

  updated(changed) {
    if (changed.has('sheet')) this.inside('.sheet :is(input, button)')?.focus();
    if (!changed.has('opened') || (!this.opened && changed.get('opened') === undefined)) return;
    this.memory.tab.write({ [REOPENED]: this.opened });
    this.session.isOpen = this.opened;
    if (this.opened) this.session.open();
    this.emit(this.opened ? 'open' : 'close');
  }

  /** The customer is back: so is the connection, if the server has hung up meanwhile. */
  #wake = () => {
    if (document.hidden || !(this.opened || this.session.isBegun)) return;
    this.session.connect();
  };

  #changed() {
    const { status } = this.session;
    if (status === 'online' && this.before === 'offline') this.tell(this.t('online'));
    if (status !== 'connecting') this.before = status;
    if (this.session.signedIn) this.notices = this.notices.filter(({ name }) => name !== 'signed_out');
    this.requestUpdate();
  }

  #arrived(entry) {
    this.scrolling.arrived(entry);
    // The bot answers in the language it is written in: the frame goes with it.
    if (isAnswer(entry) && entry.language === this.language.other) {
      this.language.switchTo(entry.language);
      this.session.locale = this.language.spoken;
    }
    this.emit('message', { author: entry.author, seq: entry.seq, text: entry.text });
    if (entry.quote) this.emit('quote', entry.quote);
    if (entry.handoff) this.emit('handoff', { seq: entry.seq });
    // An agent has closed the conversation: how was it?
    if (entry.response === CLOSED && this.opened) this.sheet = 'rating';
  }

  #notice(notice) {
    if (notice.name === 'ended') this.notices = [];
    this.notices = [...this.notices, notice];
  }

  #identityChanged() {
    this.session.identity.source = this.identity;
    if (!this.hasUpdated) return;
    if (this.identity) this.session.identity.refresh();
    else this.session.identify(null);
  }

  #read() {
    const last = this.session.conversation.entries.at(-1)?.seq;
    if (last > (this.memory.conversation.read ?? 0)) this.memory.remember({ read: last });
  }
}
