/** The desk's routes (docs/handoff.md). */

const TIMEOUT = 15_000;

/** `status` is 0 where there was no answer at all. */
export class Refused extends Error {
  constructor(status, error = '') {
    super(`${status} ${error}`);
    this.status = status;
    this.error = error;
  }

  /** Then the same request may succeed later. */
  get isPassing() {
    return this.status === 0 || this.status >= 500;
  }
}

export class Api {
  locale = 'en-CA';
  csrf = '';
  /** The id of the one who is signed in. */
  agent = null;
  /** Called when the session is over. */
  onSignedOut = () => {};

  /** @param {URL} root where `api/` is */
  constructor(root) {
    this.root = root;
  }

  get(path) {
    return this.#call('GET', path);
  }

  post(path, body = {}) {
    return this.#call('POST', path, body);
  }

  /** @param {string} id of a conversation */
  conversation(id, action) {
    return `conversations/${encodeURIComponent(id)}${action ? `/${action}` : ''}`;
  }

  async #call(method, path, body, isSecond = false) {
    const address = new URL(`api/${path}`, this.root);
    // The summary and the canned replies are worded by the server.
    address.searchParams.set('locale', this.locale);
    const headers = { Accept: 'application/json' };
    if (body) {
      headers['Content-Type'] = 'application/json';
      headers['X-CSRF-Token'] = this.csrf;
    }
    const answer = await this.#ask(address, {
      method,
      headers,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const value = await valueOf(answer);
    if (answer.ok) return value;
    if (answer.status === 401 && path !== 'login') this.onSignedOut();
    // Signed in again in another tab: the session, and its token, are new.
    if (value?.error === 'csrf' && !isSecond && (await this.#renew())) {
      return this.#call(method, path, body, true);
    }
    throw new Refused(answer.status, value?.error);
  }

  /** @returns {Promise<boolean>} whether it is still the same agent's session */
  async #renew() {
    const { agent, csrf } = await this.get('me');
    if (agent.id !== this.agent) {
      this.onSignedOut();
      return false;
    }
    this.csrf = csrf;
    return true;
  }

  async #ask(address, options) {
    try {
      return await fetch(address, options);
    } catch {
      throw new Refused(0);
    }
  }
}

async function valueOf(answer) {
  try {
    return await answer.json();
  } catch {
    return null; // 204, or a proxy's own page
  }
}
