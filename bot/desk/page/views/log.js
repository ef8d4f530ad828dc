import { h, keyed, set, setText } from '../dom.js';
import { clock, longDay, moment } from '../host/formats.js';
import { partsOf } from '../talk/parts.js';
import { icon } from './icons.js';
import { message, outgoing } from './message.js';

const NEAR = 80;

/** What was said: the bot's parts can be folded, the customer's next words come at the end. */
export function log(desk, open) {
  const { t } = desk;
  const parts = h('div', { class: 'parts', role: 'log', 'aria-label': t('log') });
  const mine = h('ul', { class: 'messages on-the-way' });
  const typing = h('p', { class: 'typing', role: 'status' });
  const scroller = h(
    'div',
    {
      class: 'scroller',
      tabindex: '0',
      role: 'region',
      'aria-label': t('conversation_log'),
      onScroll: look,
    },
    parts,
    mine,
    typing,
  );
  const toEndButton = h(
    'button',
    { class: 'to-end', type: 'button', hidden: true, onClick: toEnd },
    icon('down'),
    t('new_messages'),
  );
  const showParts = keyed(
    parts,
    ({ kind, entries }) => `${kind} ${entries[0].seq}`,
    (part) => partView(desk, part),
  );
  const showMine = keyed(
    mine,
    (item) => item.id,
    (item) => outgoing(desk, item),
  );
  let last = null;

  function isNearEnd() {
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
  }

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    set(toEndButton, { hidden: true });
  }

  function look() {
    if (isNearEnd()) set(toEndButton, { hidden: true });
  }

  return {
    node: h('div', { class: 'log' }, scroller, toEndButton),
    toEnd,
    update() {
      const wasNear = last === null || isNearEnd();
      const items = desk.outbox.of(open.id);
      showParts(partsOf(open.entries));
      showMine(items);
      setText(typing, desk.customersTyping.has(open.id) ? t('customer_types') : '');
      set(typing, { class: typing.textContent ? 'typing' : 'typing quiet-one' });
      const newest = open.entries.at(-1)?.seq ?? null;
      if (wasNear) toEnd();
      else if (newest !== last) set(toEndButton, { hidden: false });
      if (newest !== null) last = newest;
    },
  };
}

function partView(desk, { kind }) {
  const { t } = desk;
  const list = h('ul', { class: 'messages' });
  const showEntries = keyed(
    list,
    ({ key }) => key,
    (item) => (item.day ? day(item.day, desk) : message(desk, item)),
  );
  const heading = h('span', {});
  const node =
    kind === 'bot'
      ? h(
          'details',
          { class: 'part bot-part', open: true },
          h('summary', {}, icon('bot'), heading),
          list,
        )
      : h('div', { class: 'part' }, list);
  let wasPast = false;
  return {
    node,
    update({ entries, isPast }) {
      showEntries(withDays(entries));
      if (kind !== 'bot') return;
      const [from, to] = [entries[0], entries.at(-1)].map(({ at }) =>
        clock(moment(at), desk.locale),
      );
      setText(
        heading,
        `${t('bot_part')} · ${t('unit_message', { n: entries.length })} · ${from}–${to}`,
      );
      // A person has answered since: what the bot had said makes room, once.
      if (isPast && !wasPast) node.open = false;
      wasPast = isPast;
    },
  };
}

/** Entries with what they need to know of the one before, and the days between them. */
function withDays(entries) {
  const items = [];
  let before = null;
  for (const entry of entries) {
    const today = moment(entry.at)?.toDateString();
    if (before && moment(before.at)?.toDateString() !== today) {
      items.push({ key: `day ${today}`, day: entry.at });
      before = null;
    }
    items.push({ key: entry.seq, entry, goesOn: before?.author === entry.author });
    before = entry;
  }
  return items;
}

function day(at, { locale }) {
  return { node: h('li', { class: 'day' }, longDay(moment(at), locale)) };
}
