import { html, nothing } from 'lit';
import { clock } from '../formats.js';
import { speaker } from '../transcript.js';
import { card } from './card.js';
import { choices } from './choices.js';
import { feedback, isWorthAsking } from './feedback.js';
import { spoken } from './spoken.js';

/** One entry; the time stands under the last of those that one author says together. */
export function message(chat, entry, before, after) {
  const { author, seq } = entry;
  if (author === 'notice') return html`<p class="notice" data-seq=${seq} dir="auto">${entry.text}</p>`;
  const isLast = after?.author !== author;
  return html`<div
    class="message ${author} ${before?.author === author ? 'goes-on' : ''}"
    part="message message-${author}"
    data-seq=${seq}
  >
    <span class="sr">${speaker(entry, chat.t)}: </span>
    ${entry.quote ? card(chat, entry) : bubble(entry)} ${choices(chat, entry)}
    ${isWorthAsking(entry) ? feedback(chat, entry) : nothing}
    <p class="meta ${isLast ? '' : 'sr'}">${meta(chat, entry)}</p>
  </div>`;
}

function bubble(entry) {
  return html`<div class="bubble" lang=${entry.language ?? nothing} dir="auto">${spoken(entry)}</div>`;
}

function meta(chat, entry) {
  const time = html`<time datetime=${entry.at}>${clock(new Date(entry.at), chat.frameLocale)}</time>`;
  return entry.author === 'agent' ? html`${chat.t('agent')} · ${time}` : time;
}
