import { html, nothing } from 'lit';
import * as icons from '../icons.js';
import { menu } from './menu.js';

// Each language is named in itself.
const OTHER = { en: ['fr', 'Français'], fr: ['en', 'English'] };

export function header(chat) {
  const { t, session } = chat;
  const [code, name] = OTHER[chat.language.code];
  return html`<header part="header" ?inert=${Boolean(chat.sheet)}>
    <span class="mark">${icons.mark}</span>
    <div class="titles">
      <p class="title" part="title" dir="auto">${chat.heading || t('title')}</p>
      ${session.name ? signedIn(t('signed_in', { name: session.name })) : html`<p>${subtitle(chat)}</p>`}
    </div>
    <button class="language" type="button" lang=${code} @click=${() => chat.switchLanguage()}>
      ${name}
    </button>
    ${menu(chat)}
    <button class="icon" type="button" aria-label=${t('close')} @click=${() => chat.close()}>
      ${icons.close}
    </button>
  </header>`;
}

/** On two lines if need be; a name that is longer still, in the tip. */
function signedIn(text) {
  return html`<p class="who" title=${text}><bdi>${text}</bdi></p>`;
}

function subtitle({ t, session }) {
  return session.status === 'connecting' ? html`${t('connecting')}…` : t('subtitle') || nothing;
}
