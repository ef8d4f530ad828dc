import { framed, inLanguage, languageOf, negotiate } from '../locales.js';
import { textsOf } from '../texts.js';

/**
 * The language of the frame, and what the bot is told: the customer's choice, or the language that
 * the bot has answered in, unless the page itself has changed its language since.
 */
export class Language {
  /** @type {import('../texts.js').Texts} */
  t;

  /** @param {import('../element.js').ProrataChat} host */
  constructor(host) {
    this.host = host;
  }

  get code() {
    return languageOf(this.frame);
  }

  get other() {
    return this.code === 'en' ? 'fr' : 'en';
  }

  remember() {
    const { locale } = this.host.memory.browser.read();
    const page = this.#page;
    this.#use(locale?.page === page ? locale.chosen : page);
  }

  followPage() {
    this.#choose(this.#page);
  }

  switchTo(language) {
    this.#choose(inLanguage(this.spoken, language));
  }

  get #page() {
    return negotiate([this.host.locale, document.documentElement.lang, ...navigator.languages]);
  }

  #choose(locale) {
    this.host.memory.browser.write({ locale: { page: this.#page, chosen: locale } });
    this.#use(locale);
  }

  #use(locale) {
    /** As the bot is told: "fr-CA", or "fr" where nothing names a region. */
    this.spoken = locale;
    /** As the frame is written. */
    this.frame = framed(locale);
    this.t = textsOf(this.frame);
    this.host.requestUpdate();
  }
}
