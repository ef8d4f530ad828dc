import { html, nothing } from 'lit';
import * as icons from '../icons.js';
import { ratingForm } from './rating.js';

export function launcher(chat) {
  const { session, memory, prompts, t } = chat;
  const unread = session.conversation.unread(memory.conversation.read);
  const name = unread ? `${t('launcher')}, ${t('unit_unread', { n: unread })}` : t('launcher');
  return html`
    <button
      class="launcher"
      part="launcher"
      type="button"
      aria-label=${name}
      aria-expanded="false"
      aria-haspopup="dialog"
      @click=${() => chat.open()}
    >
      ${icons.mark}
      ${unread ? html`<span class="badge" part="badge" aria-hidden="true">${unread}</span>` : nothing}
    </button>
    <div class="beside" role="status" @keydown=${(event) => keys(chat, event)}>
      ${{ greeting, rating }[prompts.shown]?.(chat) ?? nothing}
    </div>
  `;
}

function keys(chat, { key }) {
  if (key !== 'Escape') return;
  chat.prompts.dismiss();
  chat.inside('.launcher').focus();
}

function greeting(chat) {
  return html`<div class="prompt" part="greeting">
    <button class="plain" type="button" @click=${() => chat.open()}>${chat.t('greeting')}</button>
    <button
      class="icon"
      type="button"
      aria-label=${chat.t('dismiss')}
      @click=${() => chat.prompts.dismiss()}
    >
      ${icons.close}
    </button>
  </div>`;
}

function rating(chat) {
  return html`<div class="prompt" part="rating">
    ${ratingForm(chat, () => {
      chat.prompts.dismiss();
      chat.inside('.launcher').focus();
    })}
  </div>`;
}
