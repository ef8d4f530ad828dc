/** The desk: what is known, and what an agent can do. Views read its fields and listen to changes. */
import { addressOf, placeOf } from '../host/route.js';
import { Refused } from './api.js';
import { agentOf, groupOf, withLast } from './cards.js';
import { OpenConversation } from './open.js';
import { Outbox } from './outbox.js';
import { single } from './single.js';
import { AgentTyping, CustomersTyping } from './typing.js';

export class Desk {
  agent = null;
  locale = 'en-CA';
  t = (name) => name;
  conversations = [];
  tickets = [];
  agents = [];
  isLoaded = false;
  /** Why nobody is signed in, where there is a reason: a text's name. */
  why = '';
  connection = 'connecting';
  place = placeOf(location.hash);
  /** @type {OpenConversation | null} */
  open = null;
  filters = { who: 'all', language: '', text: '' };
  drafts = new Map();
  /** By conversation: when the last word that the agent looked at was said. */
  seen = new Map();
  /** Taken by this agent on this page: nobody needs to tell them. */
  taken = new Set();
  refreshedAt = Date.now();
  #ahead = 0;
  #listeners = new Set();
  #isScheduled = false;

  /**
   * @param {import('./api.js').Api} api
   * @param {{say: (text: string) => void, announce: (text: string) => void}} voice
   */
  constructor(api, voice) {
    this.api = api;
    this.voice = voice;
    const changed = () => this.changed();
    this.outbox = new Outbox((item) => this.#send(item), changed);
    this.customersTyping = new CustomersTyping(changed);
    this.typing = new AgentTyping((id, on) => {
      api.post(api.conversation(id, 'typing'), { on }).catch(() => {});
    });
    this.refresh = single(() => this.#refresh());
  }

  listen(listener) {
    this.#listeners.add(listener);
  }

  changed() {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    // Not an animation frame: a page in the background has none, and its title counts.
    queueMicrotask(() => {
      this.#isScheduled = false;
      for (const listener of this.#listeners) listener();
    });
  }

  /** The server's clock, in milliseconds. */
  get now() {
    return Date.now() + this.#ahead;
  }

  get language() {
    return this.locale.slice(0, 2);
  }

  card(id) {
    return this.conversations.find((card) => card.id === id) ?? null;
  }

  isMine(card) {
    return groupOf(card, this.agent.id) === 'mine';
  }

  nameOf(agent) {
    return this.agents.find(({ id }) => id === agent)?.name ?? '';
  }

  async #refresh() {
    const state = await this.api.get('state');
    const at = Date.parse(typeof state.now === 'number' ? new Date(state.now * 1000) : state.now);
    if (!Number.isNaN(at)) this.#ahead = at - Date.now();
    Object.assign(this, {
      conversations: state.conversations,
      tickets: state.tickets,
      agents: state.agents,
      isLoaded: true,
      refreshedAt: Date.now(),
    });
    for (const id of this.taken) {
      const card = this.card(id);
      if (!card || !this.isMine(card)) this.taken.delete(id);
    }
    this.open?.meet(this.card(this.open.id));
    this.changed();
  }

  /** Go where the address says. */
  visit(hash) {
    this.place = placeOf(hash);
    this.typing.stop();
    const { id } = this.place;
    if (!id) this.open = null;
    else if (this.open?.id !== id) {
      this.open = new OpenConversation(this, id);
      this.open.load();
    }
    this.changed();
  }

  show(id) {
    location.hash = id ? addressOf(id) : '';
  }

  /** The agent looks at the open conversation. */
  look() {
    const { card } = this.open ?? {};
    if (card?.last && !document.hidden) this.seen.set(card.id, String(card.last.at));
  }

  /** Everything that may have happened meanwhile. */
  catchUp() {
    this.refresh().catch(() => {});
    this.open?.load();
    this.outbox.retryAll();
  }

  hearEntry({ conversation, entry }) {
    this.conversations = this.conversations.map((card) =>
      card.id === conversation ? withLast(card, entry) : card,
    );
    if (entry.author === 'customer') this.customersTyping.hear(conversation, false);
    if (this.open?.id === conversation) {
      this.open.meet(this.card(conversation), false);
      this.open.add([entry]);
    }
    this.changed();
  }

  /** @returns {Promise<boolean>} whether it is this agent's now */
  async claim(id) {
    this.taken.add(id);
    const card = await this.#change(id, 'claim');
    if (!card) this.taken.delete(id);
    return Boolean(card);
  }

  transfer(id, to) {
    return this.#change(id, 'transfer', { to });
  }

  handBack(id) {
    return this.#change(id, 'hand_back');
  }

  close(id) {
    return this.#change(id, 'close');
  }

  /** @returns {Promise<boolean>} */
  async note(id, text) {
    const added = await this.#attempt(() =>
      this.api.post(this.api.conversation(id, 'notes'), { text }),
    );
    if (added) await this.open?.load();
    return Boolean(added);
  }

  async setTicket(id, state) {
    const done = await this.#attempt(() =>
      this.api.post(`tickets/${encodeURIComponent(id)}`, { state }),
    );
    if (done) await this.refresh().catch(() => {});
    return Boolean(done);
  }

  /** Who answers changes: told at once, and then as the server has it. */
  async #change(id, action, body) {
    const done = await this.#attempt(() => this.api.post(this.api.conversation(id, action), body));
    await this.refresh().catch(() => {});
    if (this.open?.id === id) await this.open.load();
    return done;
  }

  async #attempt(request) {
    try {
      return (await request()) ?? {};
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.status !== 401) this.voice.say(this.t(whyNot(error)));
      return null;
    }
  }

  async #send({ conversation, text, id }) {
    return this.api.post(this.api.conversation(conversation, 'messages'), { text, id });
  }

  /** Nothing of the customers stays on the page. */
  forget() {
    this.typing.stop();
    this.outbox.clear();
    Object.assign(this, { agent: null, conversations: [], tickets: [], agents: [], open: null });
    Object.assign(this, { isLoaded: false, drafts: new Map(), seen: new Map(), taken: new Set() });
    this.changed();
  }

  /** Whom a conversation may be given to: everybody else, those online first. */
  get colleagues() {
    return this.agents
      .filter(({ id }) => id !== this.agent.id)
      .sort((a, b) => Number(b.online) - Number(a.online) || a.name.localeCompare(b.name));
  }

  holder(card) {
    const name = card.agent?.name ?? this.nameOf(agentOf(card));
    // Whoever answers at another desk has no name at this one.
    return name || (card.state === 'held' ? this.t('us') : '');
  }
}

function whyNot({ status, error }) {
  if (status === 409) return error === 'offline' ? 'gone_offline' : 'taken';
  return status ? 'trouble' : 'no_answer';
}
