import { html, nothing } from 'lit';
import { clock } from '../formats.js';
import { speaker } from '../transcript.js';
import { card } from './card.js';
import { choices } from './choices.js';
import { feedback, isWorthAsking } from './feedback.js';
import { progress } from './progress.js';
import { spoken } from './spoken.js';

/**
 * One entry, or a message on its way; it stays the same element when the server has stored it, so
 * that a screen reader says it once. The time stands under the last of those that one author says
 * together.
 */
export function message(chat, entry, before, after) {
  const { author, seq, state = '' } = entry;
  if (author === 'notice') return notice(chat, entry);
  const isLast = after?.author !== author || after.state;
  return html`<div
    class="message ${author} ${state} ${before?.author === author ? 'goes-on' : ''}"
    part="message message-${author}"
    data-seq=${seq ?? nothing}
  >
    <span class="sr">${speaker(entry, chat.t)}: </span>
    ${entry.quote ? card(chat, entry) : bubble(entry)} ${choices(chat, entry)}
    ${isWorthAsking(entry) ? feedback(chat, entry) : nothing}
    ${state ? progress(chat, entry) : html`<p class="meta ${isLast ? '' : 'sr'}">${meta(chat, entry)}</p>`}
  </div>`;
}

function notice(chat, entry) {
  const { seq, text, language } = entry;
  return html`<p class="notice" data-seq=${seq} lang=${language ?? nothing} dir="auto">${text}</p>
    ${choices(chat, entry)}`;
}

function bubble(entry) {
  return html`<div class="bubble" lang=${entry.language ?? nothing} dir="auto">${spoken(entry)}</div>`;
}

function meta(chat, entry) {
  const time = html`<time datetime=${entry.at}>${clock(new Date(entry.at), chat.frameLocale)}</time>`;
  return entry.author === 'agent' ? html`<bdi>${speaker(entry, chat.t)}</bdi> · ${time}` : time;
}
