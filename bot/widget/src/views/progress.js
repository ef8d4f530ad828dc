import { html, nothing } from 'lit';
import * as icons from '../icons.js';

/** How far a message is that the server has not acknowledged. */
export function progress(chat, item) {
  if (item.state === 'failed') return failed(chat, item);
  const offline = chat.session.status === 'offline';
  return html`<p class="meta">${offline ? chat.t('waiting') : html`${chat.t('sending')}…`}</p>`;
}

function failed(chat, { id, why }) {
  return html`<div class="failed-line" role="alert">
    <p>${icons.alert} ${chat.t('not_sent')}${why ? html` – <bdi>${why}</bdi>` : nothing}</p>
    <button class="text" type="button" @click=${() => retry(chat, id)}>${chat.t('retry')}</button>
    <button class="text" type="button" @click=${() => discard(chat, id)}>
      ${chat.t('discard')}
    </button>
  </div>`;
}

function retry(chat, id) {
  chat.session.sender.retry(id);
  chat.inside('textarea').focus();
}

function discard(chat, id) {
  chat.session.outbox.remove(id);
  chat.requestUpdate();
  chat.inside('textarea').focus();
}
