import { loadTransport } from './loading.js';

const ANSWER_WITHIN = 10_000;
const AGAIN_AFTER = 3000;

/**
 * The socket: loaded when it is first needed, and brought back when it is lost; not where the server
 * has hung up, as it does on a customer who has gone quiet.
 */
export class Connection {
  #socket = null;
  #attempt = null;
  #reconnect = () => this.#socket?.connect();

  /**
   * @param {string} server
   * @param {{lost: () => void, hungUp: () => void}} end what becomes of it
   * @param {Record<string, (payload: any) => void>} events the server's, and "connect"
   */
  constructor(server, end, events) {
    Object.assign(this, { server, end, events });
  }

  async start() {
    if (this.#socket) {
      this.#socket.connect();
      return;
    }
    const attempt = (this.#attempt = {});
    const { connect } = await loadTransport(() => this.end.lost());
    // Stopped meanwhile.
    if (attempt !== this.#attempt) return;
    this.#socket = connect(this.server);
    this.#listen();
  }

  stop() {
    this.#attempt = null;
    removeEventListener('online', this.#reconnect);
    const socket = this.#socket;
    this.#socket = null;
    socket?.disconnect();
  }

  send(event, payload = {}) {
    this.#socket?.emit(event, payload);
  }

  /** An event with its acknowledgement; rejects without one. */
  request(event, payload) {
    return this.#socket.timeout(ANSWER_WITHIN).emitWithAck(event, payload);
  }

  #listen() {
    for (const [event, act] of Object.entries(this.events)) this.#socket.on(event, act);
    this.#socket.on('connect_error', () => this.#lost());
    this.#socket.on('disconnect', (reason) =>
      reason === 'io server disconnect' ? this.end.hungUp() : this.#lost(),
    );
    addEventListener('online', this.#reconnect);
  }

  #lost() {
    if (!this.#socket) return;
    this.end.lost();
    // Refused by the server, which Socket.IO takes for an answer.
    if (!this.#socket.active) setTimeout(this.#reconnect, AGAIN_AFTER);
  }
}
