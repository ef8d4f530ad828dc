import { Connection } from './connection.js';
import { Conversation, isAnswer } from './conversation.js';
import { Identity } from './identity.js';
import { Outbox } from './outbox.js';
import { Sender } from './sender.js';
import { Writing } from './writing.js';

const JOIN_AFTER = 500;

/**
 * One conversation with the server (docs/channels/web.md), without a page around it.
 *
 * @typedef {object} Listener
 * @property {() => void} changed something is to be shown anew
 * @property {(entries: object[]) => void} replayed the history came
 * @property {(entry: object) => void} arrived somebody said something just now
 * @property {(notice: {name?: string, text?: string}) => void} noticed a text of our own by its name,
 *   or a sentence of the server's
 */
export class Session {
  /** @type {'idle' | 'connecting' | 'online' | 'offline'} */
  status = 'idle';
  typing = false;
  signedIn = false;
  name = null;
  isOpen = false;
  /** Server's time minus ours, in milliseconds, as far as known. */
  skew = 0;

  /** The token of the conversation that is shown. */
  #shown;
  #unsent = [];
  #typingTimer;

  /**
   * @param {string} server
   * @param {import('./memory.js').Memory} memory
   * @param {string} locale
   * @param {Listener} listener
   */
  constructor(server, memory, locale, listener) {
    Object.assign(this, { server, memory, locale, listener });
    this.conversation = new Conversation();
    this.outbox = new Outbox(memory.tab);
    this.sender = new Sender(this);
    this.writing = new Writing(this);
    this.identity = new Identity(
      (token) => this.identify(token),
      () => this.now,
    );
    const end = { lost: () => this.#lost(), hungUp: () => this.#become('idle') };
    this.connection = new Connection(server, end, {
      connect: () => this.#requestSession(),
      session_confirm: (confirmed) => this.#confirmed(confirmed),
      history: ({ entries }) => this.#replay(entries),
      entry: (entry) => this.#receive(entry),
      typing: ({ on }) => this.#showTyping(on),
      notice: ({ text }) => this.listener.noticed({ text }),
      signed_out: () => this.#signedOut(),
      ended: () => this.#ended(),
    });
  }

  /** The server's time, as far as known. */
  get now() {
    return Date.now() + this.skew;
  }

  /** Anything worth connecting for, before the customer opens the chat. */
  get isBegun() {
    return Boolean(this.memory.conversation.token) || this.outbox.items.length > 0;
  }

  connect() {
    if (this.status !== 'idle') return;
    this.#become('connecting');
    this.connection.start();
  }

  disconnect() {
    this.identity.stop();
    this.connection.stop();
    this.#become('idle');
  }

  say(text, message = text) {
    this.outbox.add(text, message);
    this.listener.changed();
    this.connect();
    this.sender.flush();
  }

  open() {
    this.isOpen = true;
    this.connect();
    if (this.status === 'online') this.connection.send('open');
  }

  chooseLanguage(locale) {
    this.locale = locale;
    // Offline, the next session request says it.
    if (this.status === 'online') this.connection.send('choose_language', { locale });
  }

  feedback(seq, helpful) {
    this.memory.remember({ feedback: { ...this.memory.conversation.feedback, [seq]: helpful } });
    this.#tell('feedback', { seq, helpful });
  }

  rate(stars, comment) {
    this.memory.remember({ rated: true });
    this.#tell('rate', comment ? { stars, comment } : { stars });
  }

  startOver() {
    this.#forget();
    if (this.status === 'online') this.connection.send('start_over');
    else this.memory.begin(undefined);
  }

  /** @param {string | null} token null signs out: the server takes the conversation away */
  async identify(token) {
    if (this.status === 'online') {
      const answer = this.connection.request('identify', { identity: token });
      this.#signIn(await answer.catch(() => ({})));
    } else if (!token) {
      // Nor does it wait here for the next one at this browser. A token goes with the next request.
      this.#forget();
      this.memory.begin(undefined);
    }
  }

  async #requestSession() {
    const identity = await this.identity.token();
    const { token } = this.memory.conversation;
    // Another tab has begun a new conversation.
    if (token !== this.#shown) this.conversation.clear();
    this.connection.send('session_request', {
      session_id: token,
      seen: this.conversation.seen || undefined,
      widget: 1,
      locale: this.locale,
      identity: identity ?? undefined,
    });
  }

  /** No session any more: asks for one, and what waits is sent after it. */
  renew() {
    this.#become('connecting');
    this.#requestSession();
  }

  #lost() {
    this.#showTyping(false);
    this.#become('offline');
  }

  #confirmed(confirmed) {
    if (!confirmed.resumed) {
      this.conversation.clear();
      this.memory.begin(confirmed.session_id);
    }
    this.memory.remember({ token: confirmed.session_id });
    this.#shown = confirmed.session_id;
    this.#signIn(confirmed);
    this.#become('online');
    if (this.isOpen) this.connection.send('open');
    for (const [event, payload] of this.#unsent.splice(0)) this.connection.send(event, payload);
    this.sender.flush();
  }

  #signIn({ signed_in: signedIn = false, name, expires }) {
    this.signedIn = signedIn;
    this.name = signedIn ? (name ?? null) : null;
    this.identity.expiresAt(signedIn ? expires : undefined);
    this.listener.changed();
  }

  #replay(entries) {
    for (const entry of entries) {
      this.conversation.receive(entry);
      if (entry.id) this.outbox.remove(entry.id);
    }
    this.listener.replayed(entries);
  }

  #receive(entry) {
    if (entry.id) this.outbox.remove(entry.id);
    const isNew = this.conversation.receive(entry);
    if (isAnswer(entry)) {
      this.#showTyping(false);
      this.skew = Date.parse(entry.at) - Date.now() || 0;
    }
    if (isNew) this.listener.arrived(entry);
    this.listener.changed();
  }

  #showTyping(on) {
    clearTimeout(this.#typingTimer);
    this.typing = on;
    // Should "off" get lost.
    if (on) this.#typingTimer = setTimeout(() => this.#showTyping(false), 30_000);
    this.listener.changed();
  }

  async #signedOut() {
    this.#signIn({ signed_in: false });
    const token = await this.identity.fresh();
    if (token) await this.identify(token);
    if (!this.signedIn) this.listener.noticed({ name: 'signed_out' });
  }

  #ended() {
    const ended = this.#shown;
    this.#forget();
    this.#become('connecting');
    this.listener.noticed({ name: 'ended' });
    // The tab that has ended it is about to note its new conversation: this one is to join it.
    setTimeout(() => {
      if (this.memory.conversation.token === ended) this.memory.begin(undefined);
      this.#requestSession();
    }, JOIN_AFTER);
  }

  #forget() {
    this.conversation.clear();
    this.outbox.clear();
    this.listener.changed();
  }

  #tell(event, payload) {
    if (this.status === 'online') this.connection.send(event, payload);
    else this.#unsent.push([event, payload]);
    this.listener.changed();
  }

  #become(status) {
    if (this.status === status) return;
    this.status = status;
    this.listener.changed();
  }
}
