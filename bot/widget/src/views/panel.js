import { html, nothing } from 'lit';
import { composer } from './composer.js';
import { header } from './header.js';
import { log } from './log.js';
import { sheet } from './sheet.js';

/** Not modal beside a page; the whole screen on a phone, and then modal. */
export function panel(chat) {
  return html`<div
    class="panel"
    part="panel"
    role="dialog"
    aria-label=${chat.heading || chat.t('title')}
    aria-modal=${chat.fullScreen.matches ? 'true' : nothing}
    @keydown=${(event) => keys(chat, event)}
  >
    ${header(chat)}
    <div class="body" ?inert=${Boolean(chat.sheet)}>
      ${connection(chat)} ${log(chat)} ${composer(chat)}
    </div>
    ${chat.status ? html`<p class="toast" aria-hidden="true">${chat.status}</p>` : nothing}
    ${sheet(chat)}
  </div>`;
}

/** A live region is there before its text: else the text may go unheard. */
function connection(chat) {
  const isLost = chat.session.status === 'offline';
  return html`<div role="status">
    ${isLost ? html`<p class="connection">${chat.t('offline')}</p>` : nothing}
  </div>`;
}

/** Escape closes what was opened last. */
function keys(chat, event) {
  chat.fullScreen.keepFocus(event);
  if (event.key !== 'Escape' || event.isComposing) return;
  event.stopPropagation();
  if (chat.menu || chat.sheet) {
    chat.menu = false;
    chat.sheet = undefined;
    chat.updateComplete.then(() => chat.inside('.menu-button')?.focus());
  } else {
    chat.close();
  }
}
