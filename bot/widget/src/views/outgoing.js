import { html, nothing } from 'lit';
import * as icons from '../icons.js';

/** A message that the server has not acknowledged. */
export function outgoing(chat, item) {
  return html`<div class="message customer ${item.state}" part="message message-customer">
    <span class="sr">${chat.t('you')}: </span>
    <div class="bubble" dir="auto">${item.text}</div>
    ${item.state === 'failed' ? failed(chat, item) : onItsWay(chat, item)}
  </div>`;
}

function onItsWay(chat, item) {
  const offline = chat.session.status === 'offline';
  return html`<p class="meta">${offline ? chat.t('waiting') : html`${chat.t('sending')}…`}</p>`;
}

function failed(chat, { id, why }) {
  return html`<div class="failed-line" role="alert">
    <p>${icons.alert} ${chat.t('not_sent')}${why ? html` – <bdi>${why}</bdi>` : nothing}</p>
    <button class="text" type="button" @click=${() => chat.session.sender.retry(id)}>
      ${chat.t('retry')}
    </button>
    <button class="text" type="button" @click=${() => discard(chat, id)}>
      ${chat.t('discard')}
    </button>
  </div>`;
}

function discard(chat, id) {
  chat.session.outbox.remove(id);
  chat.requestUpdate();
  chat.inside('textarea').focus();
}
