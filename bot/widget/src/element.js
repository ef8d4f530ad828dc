import { LitElement } from 'lit';
import { framed, inLanguage, languageOf, negotiate } from './locales.js';
import { textsOf } from './texts.js';
import { Memory } from './talk/memory.js';
import { Session } from './talk/session.js';
import { isAnswer } from './talk/conversation.js';
import { Scheme } from './host/scheme.js';
import { Minutes } from './host/minutes.js';
import { Scrolling } from './host/scrolling.js';
import { FullScreen } from './host/full-screen.js';
import { Prompts } from './host/prompts.js';
import { frame } from './views/frame.js';
import { styles } from './styles/index.js';

// A panel that was open is open again on the next page.
const REOPENED = 'open';

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
  }

  connectedCallback() {
    super.connectedCallback();
    this.address = new URL(this.server ?? new URL(import.meta.url).origin, location.href).href;
    this.memory = new Memory(this.address);
    this.#chooseFrame(this.#remembered());
    this.session = new Session(this.address, this.memory, this.spoken, {
      changed: () => this.#changed(),
      replayed: (entries) => this.scrolling.replay(entries),
      arrived: (entry) => this.#arrived(entry),
      noticed: (name) => this.#notice(name),
    });
    this.session.identity.source = this.identity;
    this.draft = this.memory.tab.read().draft ?? '';
    if (this.memory.tab.read()[REOPENED] && !this.fullScreen.matches) this.opened = true;
    this.session.isOpen = this.opened;
    if (this.session.isBegun || this.opened) this.session.connect();
    this.prompts.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
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

  t = (name, values) => this.texts(name, values);

  say(text, message) {
    this.notices = [];
    this.scrolling.follow();
    this.session.say(text, message);
  }

  switchLanguage() {
    const language = this.language === 'en' ? 'fr' : 'en';
    this.#choose(inLanguage(this.spoken, language));
    this.session.chooseLanguage(this.spoken);
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
      this.#choose(negotiate([this.locale, ...this.#around()]));
      this.session.chooseLanguage(this.spoken);
    }
    if (changed.has('identity') && this.hasUpdated) this.#identityChanged();
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

  #changed() {
    const { status } = this.session;
    if (status === 'online' && this.before === 'offline') this.tell(this.t('online'));
    if (status !== 'connecting') this.before = status;
    this.requestUpdate();
  }

  #arrived(entry) {
    this.scrolling.arrived(entry);
    if (isAnswer(entry) && ['en', 'fr'].includes(entry.language)) this.#follow(entry.language);
    this.emit('message', { author: entry.author, seq: entry.seq, text: entry.text });
    if (entry.quote) this.emit('quote', entry.quote);
    if (entry.handoff) this.emit('handoff', { seq: entry.seq });
  }

  /** The bot answers in the language it is written in: the frame goes with it. */
  #follow(language) {
    if (language !== this.language) this.#choose(inLanguage(this.spoken, language));
  }

  #notice(name) {
    if (name === 'ended') this.notices = [];
    this.notices = [...this.notices, name];
  }

  #identityChanged() {
    this.session.identity.source = this.identity;
    if (this.identity === null) this.session.identify(null);
    else this.session.identity.refresh();
  }

  #read() {
    const last = this.session.conversation.entries.at(-1)?.seq;
    if (last > (this.memory.conversation.read ?? 0)) this.memory.remember({ read: last });
  }

  get language() {
    return languageOf(this.frameLocale);
  }

  /** What the customer chose, unless the page itself has changed its language since. */
  #remembered() {
    const page = negotiate([this.locale, ...this.#around()]);
    const { locale } = this.memory.browser.read();
    return locale?.page === page ? locale.chosen : page;
  }

  #around() {
    return [document.documentElement.lang, ...navigator.languages];
  }

  #choose(locale) {
    const page = negotiate([this.locale, ...this.#around()]);
    this.memory.browser.write({ locale: { page, chosen: locale } });
    this.#chooseFrame(locale);
  }

  #chooseFrame(locale) {
    this.spoken = locale;
    this.frameLocale = framed(locale);
    this.texts = textsOf(this.frameLocale);
    if (this.session) this.session.locale = locale;
    this.scrolling.hush();
    this.requestUpdate();
  }
}
