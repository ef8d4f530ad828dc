import { html } from 'lit';
import * as icons from '../icons.js';

const ASKED = ['utter_faq_', 'utter_quote', 'utter_estimate'];

/** An answer to a question; not a greeting, nor a question of the bot. */
export function isWorthAsking({ author, response }) {
  return author === 'bot' && ASKED.some((name) => response?.startsWith(name));
}

export function feedback(chat, { seq }) {
  const given = chat.session.memory.conversation.feedback?.[seq];
  const answer = (helpful) => {
    if (given === helpful) return;
    chat.session.feedback(seq, helpful);
    chat.tell(chat.t('helpful_thanks'));
  };
  const thumb = (name, icon, helpful) =>
    html`<button
      class="icon"
      type="button"
      aria-label=${chat.t(name)}
      title=${chat.t(name)}
      aria-pressed=${given === helpful ? 'true' : 'false'}
      @click=${() => answer(helpful)}
    >
      ${icon}
    </button>`;
  return html`<div class="feedback" role="group" aria-label=${chat.t('helpful')}>
    ${thumb('helpful_yes', icons.thumbUp, true)} ${thumb('helpful_no', icons.thumbDown, false)}
  </div>`;
}
