import { Conversation, isAnswer } from './conversation.js';
import { Identity } from './identity.js';
import { loadTransport } from './loading.js';
import { Outbox } from './outbox.js';
import { Sender } from './sender.js';

/**
 * One conversation with the server (docs/channels/web.md), without a page around it.
 *
 * @typedef {object} Listener
 * @property {() => void} changed something is to be shown anew
 * @property {(entries: object[]) => void} replayed the history came
 * @property {(entry: object) => void} arrived somebody said something just now
 * @property {(name: string) => void} noticed a notice of our own: "signed_out", "ended"
 */
export class Session {
  /** @type {'idle' | 'connecting' | 'online' | 'offline'} */
  status = 'idle';
  typing = false;
  name = null;
  isOpen = false;
  /** Server's time minus ours, in milliseconds, as far as known. */
  skew = 0;

  #socket = null;
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
    this.identity = new Identity((token) => this.identify(token));
  }

  /** Anything worth connecting for, before the customer opens the chat. */
  get isBegun() {
    return Boolean(this.memory.conversation.token) || this.outbox.items.length > 0;
  }

  async connect() {
    if (this.status !== 'idle') return;
    this.#become('connecting');
    const { connect } = await loadTransport(() => this.#become('offline'));
    if (this.status === 'idle') return;
    this.#socket = this.#listenTo(connect(this.server));
  }

  disconnect() {
    this.identity.stop();
    this.#socket?.disconnect();
    this.#socket = null;
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
    if (this.status === 'online') this.#socket.emit('open', {});
  }

  chooseLanguage(locale) {
    this.locale = locale;
    // Offline, the next session request says it.
    if (this.status === 'online') this.#socket.emit('choose_language', { locale });
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
    if (this.status === 'online') this.#socket.emit('start_over', {});
    else this.memory.begin(undefined);
  }

  /** @param {string | null} token null signs out, and leaves the conversation to nobody */
  async identify(token) {
    if (this.status !== 'online') return;
    const answer = await this.request('identify', { identity: token });
    this.#signedIn(answer);
    if (!token) {
      this.#forget();
      this.memory.begin(undefined);
      this.#requestSession();
    }
  }

  /** An event with its acknowledgement; rejects without one. */
  request(event, payload) {
    return this.#socket.timeout(10_000).emitWithAck(event, payload);
  }

  async #requestSession() {
    const identity = await this.identity.token();
    const { token } = this.memory.conversation;
    // Another tab has begun a new conversation.
    if (token !== this.#shown) this.conversation.clear();
    this.#socket?.emit('session_request', {
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

  #listenTo(socket) {
    const back = () => socket.connect();
    addEventListener('online', back);
    socket.on('connect', () => this.#requestSession());
    socket.on('connect_error', () => this.#lost(socket));
    socket.on('disconnect', (reason) => {
      if (reason === 'io client disconnect') removeEventListener('online', back);
      else this.#lost(socket);
    });
    socket.on('session_confirm', (confirmed) => this.#confirmed(confirmed));
    socket.on('history', ({ entries }) => this.#replay(entries));
    socket.on('entry', (entry) => this.#receive(entry));
    socket.on('typing', ({ on }) => this.#showTyping(on));
    socket.on('signed_out', () => this.#signedOut());
    socket.on('ended', () => this.#ended());
    return socket;
  }

  #lost(socket) {
    this.#showTyping(false);
    this.#become('offline');
    // Socket.IO does not come back by itself after a server that closed on purpose.
    if (!socket.active) setTimeout(() => this.#socket && socket.connect(), 3000);
  }

  #confirmed(confirmed) {
    if (!confirmed.resumed) {
      this.conversation.clear();
      this.memory.begin(confirmed.session_id);
    }
    this.memory.remember({ token: confirmed.session_id });
    this.#shown = confirmed.session_id;
    this.#signedIn(confirmed);
    this.#become('online');
    if (this.isOpen) this.#socket.emit('open', {});
    for (const [event, payload] of this.#unsent.splice(0)) this.#socket.emit(event, payload);
    this.sender.flush();
  }

  #signedIn({ signed_in: signedIn, name, expires }) {
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
    this.#signedIn({ signed_in: false });
    const token = await this.identity.token();
    if (token) this.identify(token);
    else this.listener.noticed('signed_out');
  }

  #ended() {
    this.#forget();
    this.memory.begin(undefined);
    this.listener.noticed('ended');
    this.renew();
  }

  #forget() {
    this.conversation.clear();
    this.outbox.clear();
    this.listener.changed();
  }

  #tell(event, payload) {
    if (this.status === 'online') this.#socket.emit(event, payload);
    else this.#unsent.push([event, payload]);
    this.listener.changed();
  }

  #become(status) {
    if (this.status === status) return;
    this.status = status;
    this.listener.changed();
  }
}
