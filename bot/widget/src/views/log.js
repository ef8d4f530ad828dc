import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dayLabel } from '../formats.js';
import * as icons from '../icons.js';
import { message } from './message.js';
import { outgoing } from './outgoing.js';

export function log(chat) {
  const { entries } = chat.session.conversation;
  return html`<div class="scroll-anchor">
    <div class="scroller" tabindex="0" role="group" aria-label=${chat.t('log')}
      @scroll=${(event) => chat.scrolling.moved(event)}>
      <div
        class="log"
        part="log"
        role="log"
        aria-label=${chat.t('log')}
        aria-live=${chat.scrolling.live}
        aria-relevant="additions"
      >
        ${repeat(entries, (entry) => entry.seq, (entry, at) => [
          day(chat, entry, entries[at - 1]),
          message(chat, entry, entries[at - 1], entries[at + 1]),
        ])}
        ${repeat(chat.session.outbox.items, (item) => item.id, (item) => outgoing(chat, item))}
        ${chat.notices.map((name) => html`<p class="notice">${chat.t(name)}</p>`)}
      </div>
      ${typing(chat)}
    </div>
    ${chat.scrolling.behind ? newMessages(chat) : nothing}
  </div>`;
}

function day(chat, { at }, before) {
  const date = new Date(at);
  if (before && new Date(before.at).toDateString() === date.toDateString()) return nothing;
  return html`<p class="day">${dayLabel(date, new Date(), chat.frameLocale)}</p>`;
}

function typing(chat) {
  return html`<div class="typing" role="status" ?hidden=${!chat.session.typing}>
    ${chat.session.typing
      ? html`<span class="sr">${chat.t('typing')}</span><i></i><i></i><i></i>`
      : nothing}
  </div>`;
}

function newMessages(chat) {
  return html`<button class="to-end" type="button" @click=${() => chat.scrolling.toEnd()}>
    ${icons.down} ${chat.t('new_messages')}
  </button>`;
}
