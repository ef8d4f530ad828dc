import { h, set, setText } from '../dom.js';
import { groupOf } from '../talk/cards.js';
import { languageName } from './words.js';

const WHO = ['all', 'mine', 'waiting', 'bot'];

/** Which conversations the list shows. */
export function filters(desk) {
  const { t } = desk;
  const search = h('input', {
    type: 'search',
    'aria-label': t('search'),
    placeholder: t('search'),
    value: desk.filters.text,
    onInput: () => change({ text: search.value }),
    onKeydown: clear,
  });
  const language = h(
    'select',
    { 'aria-label': t('language'), onChange: () => change({ language: language.value }) },
    h('option', { value: '' }, t('language_all')),
    ['en', 'fr'].map((code) => h('option', { value: code }, languageName(desk, code))),
  );
  language.value = desk.filters.language;
  const who = WHO.map((name) => {
    const count = h('span', { class: 'count' });
    const onClick = () => change({ who: name });
    return {
      name,
      count,
      button: h('button', { type: 'button', onClick }, t(`who_${name}`), ' ', count),
    };
  });

  function change(filter) {
    desk.filters = { ...desk.filters, ...filter };
    desk.changed();
  }

  function clear(event) {
    if (event.key !== 'Escape' || !search.value) return;
    event.stopPropagation();
    search.value = '';
    change({ text: '' });
  }

  return {
    node: h(
      'div',
      { class: 'filters' },
      h(
        'div',
        { class: 'segments', role: 'group', 'aria-label': t('show') },
        who.map(({ button }) => button),
      ),
      h('div', { class: 'narrowing' }, search, language),
    ),
    focus: () => search.focus(),
    update() {
      const groups = desk.conversations.map((card) => groupOf(card, desk.agent.id));
      for (const { name, count, button } of who) {
        set(button, { 'aria-pressed': String(desk.filters.who === name) });
        const found = groups.filter((group) => group === name).length;
        setText(count, name === 'all' || !found ? '' : String(found));
      }
    },
  };
}
