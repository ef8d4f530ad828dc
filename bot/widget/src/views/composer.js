import { html, nothing } from 'lit';
import * as icons from '../icons.js';

/** What the bot reads (docs/channels/web.md), in characters as it counts them. */
export const LONGEST = 1000;
const NEARLY = 150;

export function composer(chat) {
  const { t, draft } = chat;
  const left = LONGEST - [...draft].length;
  return html`<form class="composer" part="composer" @submit=${(event) => submit(chat, event)}>
    <div class="field">
      <textarea
        part="input"
        rows="1"
        dir="auto"
        enterkeyhint="send"
        autocomplete="off"
        aria-label=${t('input')}
        aria-describedby="keys${chat.refusal ? ' refusal' : ''}"
        aria-invalid=${chat.refusal ? 'true' : nothing}
        placeholder=${t('hint')}
        .value=${draft}
        @input=${(event) => write(chat, event.target.value)}
        @keydown=${(event) => keys(chat, event)}
      ></textarea>
      <button
        class="send"
        part="send"
        type="submit"
        aria-label=${t('send')}
        aria-disabled=${draft.trim() ? 'false' : 'true'}
      >
        ${icons.send}
      </button>
    </div>
    <p class="sr" id="keys">${t('keys')}</p>
    <p class="refusal" id="refusal" role="alert" ?hidden=${!chat.refusal}>
      ${chat.refusal ? t('too_long', { limit: LONGEST }) : nothing}
    </p>
    ${left < NEARLY ? counter(chat, left) : nothing}
  </form>`;
}

function counter({ t }, left) {
  return html`<p class="counter ${left < 0 ? 'over' : ''}">
    ${left < 0 ? t('unit_over', { n: -left }) : t('unit_left', { n: left })}
  </p>`;
}

function write(chat, text) {
  chat.draft = text;
  chat.memory.tab.write({ draft: text });
  chat.session.writing.go(Boolean(text.trim()));
  if ([...text].length <= LONGEST) chat.refusal = false;
  grow(chat.inside('textarea'));
}

function keys(chat, event) {
  // While an input method composes, Enter is its own; Safari says so by the key code only.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  submit(chat, event);
}

function submit(chat, event) {
  event.preventDefault();
  const text = chat.draft.trim();
  if ([...text].length > LONGEST) chat.refusal = true;
  else if (text) {
    write(chat, '');
    chat.say(text);
  }
  chat.inside('textarea').focus();
}

/** For browsers without `field-sizing`. */
function grow(field) {
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
