import { merged } from './parts.js';
import { single } from './single.js';

/** The conversation that the agent looks at. */
export class OpenConversation {
  card = null;
  entries = [];
  summary = [];
  notes = [];
  replies = [];
  /** @type {'loading' | 'ready' | 'gone' | 'trouble'} */
  state = 'loading';

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk, id) {
    this.desk = desk;
    this.id = id;
    this.card = desk.card(id);
    this.load = single(() => this.#load());
  }

  async #load() {
    try {
      const { card, entries, summary, notes, replies } = await this.desk.api.get(
        this.desk.api.conversation(this.id),
      );
      Object.assign(this, { card, summary, notes, replies, state: 'ready' });
      this.add(entries);
    } catch (error) {
      if (error.status === 404) this.state = 'gone';
      else if (this.state === 'loading') this.state = 'trouble';
    }
    this.desk.changed();
  }

  /** What came live may be newer than what was fetched. */
  add(entries) {
    this.entries = merged(this.entries, entries);
    this.desk.outbox.confirm(this.id, entries);
  }

  /** The card as the list has it; where it says something new, the rest may be new, too. */
  meet(card, mayLoad = true) {
    if (!card || this.state !== 'ready') return;
    const isOther = JSON.stringify(card) !== JSON.stringify(this.card);
    this.card = { ...this.card, ...card };
    if (isOther && mayLoad) this.load();
  }
}
