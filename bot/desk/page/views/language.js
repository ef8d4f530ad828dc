import { h } from '../dom.js';
import { counterpart } from '../host/locale.js';

const NAMES = { en: 'English', fr: 'Français' };

/** The other language, named in itself. */
export function languageChoice(desk, actions) {
  const other = counterpart(desk.locale);
  const code = other.slice(0, 2);
  return h(
    'button',
    { class: 'plain language', type: 'button', lang: code, onClick: () => actions.choose(other) },
    h('span', { class: 'wide-only' }, NAMES[code]),
    h(
      'abbr',
      { class: 'narrow-only', title: NAMES[code], 'aria-label': NAMES[code] },
      code.toUpperCase(),
    ),
  );
}
