/** Signing in and out, and being connected while signed in. */
import { chime } from '../host/sound.js';
import { notify } from '../host/notices.js';
import { recall } from '../host/preferences.js';
import { news } from './alerts.js';
import { groupOf } from './cards.js';
import { gathered } from './single.js';
import { goLive } from './live.js';

/** `changed` comes in bursts. In milliseconds. */
const GATHER = 200;
/** How often the desk asks by itself while it is not connected. */
const POLL = 15_000;

export class Session {
  #end = () => {};
  #poll = null;
  #soon = gathered(() => this.#refresh(), GATHER);

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk, root) {
    this.desk = desk;
    this.root = root;
    desk.api.onSignedOut = () => this.#over(desk.agent ? 'session_over' : '');
  }

  /** @returns {Promise<boolean>} whether the cookie of last time is still good */
  async resume() {
    try {
      this.#begin(await this.desk.api.get('me'));
      return true;
    } catch (error) {
      if (error.status !== 401) this.desk.why = 'no_answer';
      return false;
    }
  }

  /** @returns {Promise<string>} the name of the text that says why not, or nothing */
  async signIn(login, password) {
    try {
      this.#begin(await this.desk.api.post('login', { login, password }));
      return '';
    } catch ({ status }) {
      if (status === 429) return 'locked_out';
      if (status === 401 || status === 400) return 'wrong';
      return status ? 'trouble' : 'no_answer';
    }
  }

  async signOut() {
    await this.desk.api.post('logout').catch(() => {});
    this.#over('');
  }

  #begin({ agent, csrf }) {
    const { desk } = this;
    Object.assign(desk.api, { csrf, agent: agent.id });
    Object.assign(desk, { agent, why: '', connection: 'connecting' });
    desk.visit(location.hash);
    desk.refresh().catch(() => {});
    this.#end = goLive(this.root, {
      changed: () => this.#soon(),
      entry: (message) => this.#hear(message),
      typing: ({ conversation, on }) => desk.customersTyping.hear(conversation, on),
      connection: (state) => this.#connection(state),
    });
    this.#poll = setInterval(() => {
      if (desk.connection !== 'online') this.#refresh();
    }, POLL);
  }

  #over(why) {
    this.#end();
    clearInterval(this.#poll);
    this.desk.api.csrf = '';
    this.desk.forget();
    this.desk.why = why;
  }

  #connection(state) {
    const { desk } = this;
    const was = desk.connection;
    desk.connection = state;
    if (state === 'online') {
      desk.catchUp();
      if (was === 'offline') desk.voice.announce(desk.t('online'));
    } else if (was === 'online') {
      desk.voice.announce(desk.t('offline'));
    }
    desk.changed();
  }

  async #refresh() {
    const { desk } = this;
    const before = desk.isLoaded ? desk.conversations : null;
    try {
      await desk.refresh();
    } catch {
      return; // the next change, or the next connection, asks again
    }
    if (!desk.agent) return;
    const { waiting, given } = news(before, desk.conversations, desk.agent.id, desk.taken);
    for (const card of waiting) this.#call(card, 'new_waiting');
    for (const card of given) this.#call(card, 'new_given');
    if ((waiting.length || given.length) && recall('sound', 'on') === 'on') chime();
  }

  #hear(message) {
    const { desk } = this;
    const card = desk.card(message.conversation);
    desk.hearEntry(message);
    // A conversation that is new, or a word of the system: who answers may be another.
    if (!card || message.entry.author === 'notice') this.#soon();
    if (message.entry.author === 'customer' && card && groupOf(card, desk.agent.id) === 'mine') {
      this.#notify(card, 'new_message');
    }
  }

  #call(card, what) {
    const { desk } = this;
    desk.voice.announce(desk.t(what, { name: card.name || card.account || desk.t('visitor') }));
    this.#notify(card, what);
  }

  #notify(card, what) {
    const { desk } = this;
    if (recall('notices', 'off') !== 'on') return;
    const text = desk.t(what, { name: card.name || card.account || desk.t('visitor') });
    notify(desk.t('title'), text, card.id, () => desk.show(card.id));
  }
}
