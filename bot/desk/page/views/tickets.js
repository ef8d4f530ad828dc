import { h, keyed, set, setText } from '../dom.js';
import { ticket } from './ticket.js';

const STATES = ['due', 'tried', 'done'];

/** What a customer has withdrawn stays among what is to do until an agent has seen it. */
const listed = ({ state }) => (state === 'dropped' ? 'due' : state);

/** Customers who are to be called or written to. */
export function ticketList(desk) {
  const { t } = desk;
  let state = 'due';
  const items = h('ul', { class: 'tickets' });
  const none = h('p', { class: 'none' });
  const views = new Map();
  const show = keyed(
    items,
    ({ id }) => id,
    (one) => {
      const view = ticket(desk, one.id);
      views.set(one.id, view);
      return view;
    },
  );
  const segments = STATES.map((name) => {
    const count = h('span', { class: 'count' });
    const onClick = () => {
      state = name;
      desk.changed();
    };
    return {
      name,
      count,
      button: h('button', { type: 'button', onClick }, t(`ticket_${name}`), ' ', count),
    };
  });

  return {
    node: h(
      'section',
      { class: 'requests', 'aria-label': t('tickets') },
      h(
        'div',
        { class: 'requests-head' },
        h('h2', {}, t('tickets')),
        h(
          'div',
          { class: 'segments', role: 'group', 'aria-label': t('show') },
          segments.map(({ button }) => button),
        ),
      ),
      items,
      none,
    ),
    update() {
      const found = desk.tickets.filter((one) => listed(one) === state);
      for (const { name, count, button } of segments) {
        set(button, { 'aria-pressed': String(name === state) });
        const n = desk.tickets.filter((one) => listed(one) === name).length;
        setText(count, n ? String(n) : '');
      }
      show(found);
      set(none, { hidden: Boolean(found.length) });
      setText(none, t(desk.isLoaded ? `tickets_none_${state}` : 'loading'));
    },
    tick() {
      for (const one of desk.tickets) views.get(one.id)?.tick();
    },
  };
}
