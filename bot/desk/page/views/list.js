import { h, keyed, set, setText } from '../dom.js';
import { grouped } from '../talk/cards.js';
import { filters } from './filters.js';
import { row } from './row.js';

/** The conversations, by who answers them. One row is in the tab order; arrows move between rows. */
export function list(desk) {
  const { t } = desk;
  const choices = filters(desk);
  const groups = h('div', { class: 'groups', onKeydown: arrows, onFocusin: follow });
  const none = h('p', { class: 'none' });
  const rows = new Map();
  let current = null;

  const showGroups = keyed(
    groups,
    ({ group }) => group,
    ({ group }) => {
      const count = h('span', { class: 'count' });
      const items = h('ul', {});
      const showRows = keyed(
        items,
        (card) => card.id,
        (card) => {
          const made = row(desk, card.id, group);
          rows.set(card.id, made);
          return made;
        },
      );
      const title = h('h3', {}, t(`group_${group}`), ' ', count);
      return {
        node: h('section', { class: `group ${group}` }, title, items),
        update({ cards }) {
          setText(count, String(cards.length));
          showRows(cards);
        },
      };
    },
  );

  /** The rows as they stand, top to bottom. */
  function buttons() {
    return [...groups.querySelectorAll('.row')];
  }

  function follow({ target }) {
    const button = target.closest('li')?.querySelector('.row');
    if (button) mark(button);
  }

  /** Only this row is reached by Tab. */
  function mark(button) {
    current = button.dataset.id;
    for (const one of buttons()) {
      const isCurrent = one === button;
      for (const stop of one.parentNode.querySelectorAll('button')) {
        set(stop, { tabindex: isCurrent ? '0' : '-1' });
      }
    }
  }

  function arrows(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) move(step);
    else if (event.key === 'Home') buttons()[0]?.focus();
    else if (event.key === 'End') buttons().at(-1)?.focus();
    else return;
    event.preventDefault();
  }

  function move(step) {
    const all = buttons();
    const focused = document.activeElement?.closest?.('.groups li')?.querySelector('.row');
    const from = all.indexOf(focused ?? all.find((one) => one.dataset.id === desk.open?.id));
    const to = all[Math.min(Math.max(from + step, 0), all.length - 1)];
    to?.focus();
    to?.scrollIntoView({ block: 'nearest' });
  }

  function focus() {
    const all = buttons();
    const wanted = all.find((one) => one.dataset.id === current) ?? all[0];
    if (wanted) wanted.focus();
    else choices.focus();
  }

  return {
    node: h(
      'section',
      { class: 'queue', 'aria-label': t('conversations') },
      h('h2', { class: 'sr' }, t('conversations')),
      choices.node,
      groups,
      none,
    ),
    move,
    focus,
    search: () => choices.focus(),
    /** Away from the conversation: back to its row. */
    leave() {
      current = desk.open?.id ?? current;
      desk.show(null);
      desk.visit('');
      focus();
    },
    claimFocused() {
      const id = document.activeElement?.closest?.('.groups li')?.querySelector('.row').dataset.id;
      if (!id) return false;
      rows.get(id)?.claim();
      return true;
    },
    update() {
      const found = grouped(desk.conversations, desk.agent.id, desk.filters);
      choices.update();
      showGroups(found);
      const all = buttons();
      const tabbable = all.find((one) => one.dataset.id === current) ?? all[0];
      if (tabbable) mark(tabbable);
      set(none, { hidden: Boolean(all.length) });
      setText(
        none,
        t(!desk.isLoaded ? 'loading' : desk.conversations.length ? 'none_found' : 'none_yet'),
      );
    },
    tick() {
      for (const button of buttons()) rows.get(button.dataset.id)?.tick();
    },
  };
}
