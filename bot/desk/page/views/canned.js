import { fill, h, set } from '../dom.js';
import { folded } from '../talk/cards.js';
import { icon } from './icons.js';
import { replyName } from './words.js';

/**
 * Canned replies, in the customer's language: by the button, or by "/" and some letters. The focus
 * stays in the text; the arrows choose, Enter or Tab inserts, Escape closes.
 */
export function cannedReplies(desk, open, area, insert) {
  const { t } = desk;
  const id = `canned-${open.id}`;
  const list = h('ul', {
    id,
    role: 'listbox',
    tabindex: '0',
    'aria-label': t('canned'),
    onMousedown: (event) => event.preventDefault(),
  });
  const none = h('p', { class: 'none' }, t('canned_none'));
  const node = h('div', { class: 'canned', hidden: true }, list, none);
  const button = h(
    'button',
    {
      class: 'plain',
      type: 'button',
      'aria-label': t('canned'),
      title: t('canned'),
      onClick: toggle,
    },
    icon('replies'),
  );
  let found = [];
  let chosen = 0;
  set(area, { 'aria-autocomplete': 'list', 'aria-controls': id });
  show(false);

  function query() {
    return area.value.startsWith('/') ? folded(area.value.slice(1)) : '';
  }

  function toggle() {
    show(node.hidden);
    area.focus();
  }

  function show(isOpen) {
    set(node, { hidden: !isOpen });
    set(button, { 'aria-expanded': String(isOpen) });
    if (isOpen) search();
    else set(area, { 'aria-activedescendant': null });
  }

  function search() {
    const words = query();
    found = open.replies.filter((reply) =>
      folded(`${reply.name} ${replyName(desk, reply)}`).includes(words),
    );
    chosen = 0;
    set(none, { hidden: Boolean(found.length) });
    set(list, { hidden: !found.length });
    fill(
      list,
      found.map((reply, place) => option(reply, place)),
    );
    mark();
    desk.voice.announce(t('unit_canned', { n: found.length }));
  }

  function option(reply, place) {
    return h(
      'li',
      { role: 'option', id: `${id}-${place}`, onClick: () => take(place) },
      h('b', {}, replyName(desk, reply)),
      h('span', { lang: open.card.language }, reply.text),
    );
  }

  function mark() {
    [...list.children].forEach((item, place) => {
      set(item, { 'aria-selected': String(place === chosen) });
      if (place === chosen) item.scrollIntoView({ block: 'nearest' });
    });
    set(area, { 'aria-activedescendant': found.length ? `${id}-${chosen}` : null });
  }

  function take(place) {
    const reply = found[place];
    show(false);
    if (reply) insert(reply.text);
  }

  return {
    node,
    button,
    /** After each letter: "/" alone or with a name opens, anything else closes. */
    follow() {
      const isName = /^\/[^\n]{0,40}$/.test(area.value);
      if (isName && open.replies.length) show(true);
      else if (!node.hidden) show(false);
    },
    /** @returns {boolean} whether the key was for the list */
    key(event) {
      if (node.hidden) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && found.length) {
        chosen = (chosen + step + found.length) % found.length;
        mark();
      } else if ((event.key === 'Enter' || event.key === 'Tab') && found.length) take(chosen);
      else if (event.key === 'Escape') show(false);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    update() {
      set(button, { hidden: !open.replies.length });
    },
  };
}
