import { html, nothing } from 'lit';
import * as icons from '../icons.js';
import { download, transcriptOf } from '../transcript.js';

export function menu(chat) {
  return html`<div class="menu-anchor" @focusout=${(event) => left(chat, event)}>
    <button
      class="icon menu-button"
      type="button"
      aria-label=${chat.t('menu')}
      aria-expanded=${chat.menu ? 'true' : 'false'}
      aria-controls="menu"
      @click=${() => (chat.menu = !chat.menu)}
    >
      ${icons.more}
    </button>
    <ul id="menu" class="menu" part="menu" ?hidden=${!chat.menu}>
      ${chat.menu ? items(chat) : nothing}
    </ul>
  </div>`;
}

function items(chat) {
  const written = chat.session.conversation.entries.length > 0;
  return [
    item(chat, 'copy', icons.copy, () => copy(chat), !written),
    item(chat, 'download', icons.save, () => download(transcript(chat)), !written),
    item(chat, 'rate', icons.star, () => (chat.sheet = 'rating'), !written),
    item(chat, 'start_over', icons.restart, () => (chat.sheet = 'start_over'), !written),
  ];
}

function item(chat, name, icon, act, disabled) {
  const press = () => {
    chat.menu = false;
    chat.inside('.menu-button').focus();
    act();
  };
  return html`<li>
    <button type="button" ?disabled=${disabled} @click=${press}>${icon} ${chat.t(name)}</button>
  </li>`;
}

/** The menu closes when the focus goes elsewhere, or something else is tapped. */
function left(chat, { currentTarget, relatedTarget }) {
  if (!currentTarget.contains(relatedTarget)) chat.menu = false;
}

async function copy(chat) {
  try {
    await navigator.clipboard.writeText(transcript(chat));
    chat.tell(chat.t('copied'));
  } catch {
    chat.tell(chat.t('not_copied'));
  }
}

function transcript(chat) {
  return transcriptOf(chat.session.conversation.entries, chat.t, chat.frameLocale);
}
