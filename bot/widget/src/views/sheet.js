import { html, nothing } from 'lit';
import { ratingForm } from './rating.js';

/** What covers the conversation for a moment: it is inert meanwhile. */
export function sheet(chat) {
  if (!chat.sheet) return nothing;
  return html`<div class="veil">
    <div class="sheet" role="dialog" aria-modal="true" aria-labelledby="sheet-title">
      ${chat.sheet === 'rating' ? ratingForm(chat, () => back(chat), 'sheet-title') : question(chat)}
    </div>
  </div>`;
}

function question(chat) {
  const begin = () => {
    chat.startOver();
    chat.updateComplete.then(() => chat.inside('textarea').focus());
  };
  return html`
    <p class="title" id="sheet-title">${chat.t('start_over_question')}</p>
    <p class="detail">${chat.t('start_over_detail')}</p>
    <div class="actions">
      <button class="quiet" type="button" @click=${() => back(chat)}>${chat.t('keep')}</button>
      <button class="strong" type="button" @click=${begin}>${chat.t('start_over')}</button>
    </div>
  `;
}

function back(chat) {
  chat.sheet = undefined;
  chat.updateComplete.then(() => chat.inside('.menu-button').focus());
}
