import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dayLabel } from '../formats.js';
import * as icons from '../icons.js';
import { message } from './message.js';

export function log(chat) {
  const said = [...chat.session.conversation.entries, ...chat.session.outbox.messages];
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
        ${repeat(said, key, (entry, at) => [
          day(chat, entry, said[at - 1]),
          message(chat, entry, said[at - 1], said[at + 1]),
        ])}
        ${chat.notices.map(({ name, text }) => notice(text ?? chat.t(name)))}
      </div>
      ${typing(chat)}
    </div>
    ${chat.scrolling.behind ? newMessages(chat) : nothing}
  </div>`;
}

function key({ id, seq }) {
  return id ?? seq;
}

function day(chat, { at }, before) {
  const date = new Date(at);
  if (before && new Date(before.at).toDateString() === date.toDateString()) return nothing;
  return html`<p class="day">${dayLabel(date, new Date(), chat.frameLocale)}</p>`;
}

function notice(text) {
  return html`<p class="notice" dir="auto">${text}</p>`;
}

function typing(chat) {
  return html`<div role="status">
    ${chat.session.typing
      ? html`<p class="typing"><span class="sr">${chat.t('typing')}</span><i></i><i></i><i></i></p>`
      : nothing}
  </div>`;
}

function newMessages(chat) {
  return html`<button class="to-end" type="button" @click=${() => chat.scrolling.toEnd()}>
    ${icons.down} ${chat.t('new_messages')}
  </button>`;
}
