import { h, set } from '../dom.js';
import { cannedReplies } from './canned.js';
import { icon } from './icons.js';
import { languageInSentence } from './words.js';

/** Where the agent answers. What is written and not sent stays with its conversation. */
export function composer(desk, open, onSent) {
  const { t } = desk;
  const keysId = `keys-${open.id}`;
  const area = h('textarea', {
    rows: '1',
    dir: 'auto',
    enterkeyhint: 'send',
    autocomplete: 'off',
    'aria-describedby': keysId,
    value: desk.drafts.get(open.id) ?? '',
    onInput: write,
    onKeydown: keys,
    onBlur: () => desk.typing.stop(),
  });
  const canned = cannedReplies(desk, open, area, insert);
  const send = h(
    'button',
    { class: 'send', type: 'submit', 'aria-label': t('send'), title: t('send') },
    icon('send'),
  );
  const node = h(
    'form',
    { class: 'composer', onSubmit: submit },
    canned.node,
    h('div', { class: 'writing' }, canned.button, area, send),
    h('p', { class: 'hint', id: keysId }, t('composer_keys')),
  );

  function write() {
    desk.drafts.set(open.id, area.value);
    set(send, { 'aria-disabled': area.value.trim() ? null : 'true' });
    grow();
    canned.follow();
    // The name of a canned reply is nothing that the customer waits for.
    if (area.value.trim() && !area.value.startsWith('/')) desk.typing.write(open.id);
    else desk.typing.stop();
  }

  /** For browsers without `field-sizing`. */
  function grow() {
    if (CSS.supports('field-sizing', 'content')) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }

  function keys(event) {
    // While an input method composes, Enter is its own; Safari says so by the key code only.
    if (event.isComposing || event.keyCode === 229) return;
    if (canned.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) submit(event);
  }

  function submit(event) {
    event.preventDefault();
    const text = area.value.trim();
    if (!text) return;
    area.value = '';
    write();
    desk.outbox.add(open.id, text);
    onSent();
    area.focus();
  }

  function insert(text) {
    const isName = area.value.startsWith('/');
    if (isName) area.value = text;
    else area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.focus();
    write();
  }

  write();
  return {
    node,
    focus: () => area.focus({ preventScroll: true }),
    update() {
      const { card } = open;
      set(node, { hidden: !desk.isMine(card) || open.state !== 'ready' });
      const language = languageInSentence(desk, card.language);
      const hint = language ? t('answer_in', { language }) : t('answer');
      set(area, { lang: card.language, placeholder: hint, 'aria-label': hint });
      canned.update();
    },
  };
}
