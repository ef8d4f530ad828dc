import { fill, h, set, setText } from '../dom.js';
import { elapsed, moment, shortly, spokenMinutes } from '../host/formats.js';
import { addressOf } from '../host/route.js';
import { groupOf, isFirst, isUnread, patience } from '../talk/cards.js';
import { icon } from './icons.js';
import { channelName, customerName, languageName, reasonName } from './words.js';

/** One conversation of the list: who, since when, why, and the last word. */
export function row(desk, id, group) {
  const { t } = desk;
  const name = h('span', { class: 'name' });
  const time = h('span', { class: 'time', 'aria-hidden': 'true' });
  const spokenTime = h('span', { class: 'sr' });
  const facts = h('span', { class: 'facts' });
  const last = h('span', { class: 'last' });
  const unread = h('span', { class: 'sr' });
  const button = h(
    'button',
    { class: 'row', type: 'button', 'data-id': id, onClick: () => open() },
    h('span', { class: 'line' }, unread, name, time, spokenTime),
    facts,
    last,
  );
  const take =
    group === 'waiting'
      ? h('button', { class: 'take', type: 'button', onClick: claim }, t('take'))
      : null;
  const node = h('li', {}, button, take);
  let card = null;
  let shown = '';

  function open() {
    if (location.hash === addressOf(id)) desk.visit(location.hash);
    desk.show(id);
  }

  async function claim() {
    if (!['waiting', 'bot'].includes(card.state)) return;
    if (await desk.claim(id)) desk.show(id);
  }

  function describe() {
    const first = isFirst(card) && card.state === 'waiting';
    fill(
      facts,
      first ? h('span', { class: 'first' }, icon('first'), t('first')) : null,
      card.language
        ? h(
            'abbr',
            {
              class: 'code',
              title: languageName(desk, card.language),
              'aria-label': languageName(desk, card.language),
            },
            card.language.toUpperCase(),
          )
        : null,
      [
        channelName(desk, card.channel),
        reasonName(desk, card.reason),
        group === 'others' ? desk.holder(card) : '',
      ]
        .filter(Boolean)
        .map((text) => h('span', { class: 'fact' }, text)),
      card.undelivered ? h('span', { class: 'undelivered' }, t('undelivered')) : null,
    );
    const { author, text } = card.last ?? {};
    const speaker = { agent: t('us'), bot: t('bot') }[author];
    fill(
      last,
      speaker ? h('span', { class: 'speaker' }, `${t('label', { text: speaker })} `) : null,
      h('span', { dir: 'auto', lang: card.language }, text ?? ''),
    );
  }

  function tick() {
    if (card.state === 'waiting') {
      const seconds = (card.waiting_seconds ?? 0) + (Date.now() - desk.refreshedAt) / 1000;
      setText(time, elapsed(seconds));
      set(time, { class: `time ${patience(seconds)}` });
      setText(spokenTime, `, ${t('waits', { time: spokenMinutes(seconds, desk.locale) })}`);
    } else {
      const at = moment(card.last?.at ?? card.since);
      setText(time, at ? shortly(at, new Date(desk.now), desk.locale) : '');
      setText(spokenTime, at ? `, ${time.textContent}` : '');
    }
  }

  return {
    node,
    claim,
    tick,
    update(next) {
      card = next;
      const isNew = groupOf(card, desk.agent.id) === 'mine' && isUnread(card, desk.seen.get(id));
      set(button, { 'aria-current': desk.open?.id === id ? 'true' : null });
      set(node, { class: isNew ? 'unread' : null });
      setText(unread, isNew ? `${t('unread')}, ` : '');
      setText(name, customerName(desk, card));
      const state = JSON.stringify([card, desk.holder(card)]);
      if (state !== shown) describe();
      shown = state;
      if (desk.customersTyping.has(id)) setText(last, t('customer_types'));
      else if (last.childElementCount === 0) describe();
      tick();
    },
  };
}
