import { html, nothing } from 'lit';

/** The bot's buttons. A pressed one is shown as what the customer says. */
export function choices(chat, { buttons, seq, language }) {
  if (!buttons?.length) return nothing;
  const { entries } = chat.session.conversation;
  const past = entries.some((entry) => entry.seq > seq && entry.author === 'customer');
  return html`<div
    class="choices ${past ? 'past' : ''}"
    role="group"
    aria-label=${chat.t('choices')}
  >
    ${buttons.map(
      ({ title, payload }) =>
        html`<button
          type="button"
          part="button"
          lang=${language ?? nothing}
          dir="auto"
          @click=${() => press(chat, title, payload)}
        >
          ${title}
        </button>`,
    )}
  </div>`;
}

function press(chat, title, payload) {
  chat.say(title, payload);
  // On a phone that would bring the keyboard up over the answer.
  if (!chat.fullScreen.matches) chat.inside('textarea').focus();
}
