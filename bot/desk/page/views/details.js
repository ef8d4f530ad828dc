import { h, keyed, set, setText } from '../dom.js';
import { clock, dayAndTime, moment } from '../host/formats.js';
import { notes } from './notes.js';
import { channelName, customerName, languageName, reasonName } from './words.js';

/** Beside a conversation: what is known of it, and what agents tell each other. */
export function details(desk, open) {
  const { t } = desk;
  const summary = facts();
  const customer = facts();
  const told = notes(desk, open);
  const title = h('h3', { tabindex: '-1' }, t('summary'));
  const summarySection = h('section', {}, title, summary.node);

  return {
    node: h(
      'section',
      { class: 'details', id: 'details', 'aria-label': t('details') },
      summarySection,
      h('section', {}, h('h3', {}, t('customer')), customer.node),
      told.node,
    ),
    focus: () => title.focus(),
    focusNote: told.focus,
    update() {
      const { card } = open;
      summary.show(open.summary);
      set(summary.node, { hidden: !open.summary.length });
      customer.show([
        { label: t('name'), value: customerName(desk, card) },
        { label: t('account'), value: card.account },
        { label: t('language'), value: languageName(desk, card.language) },
        { label: t('channel'), value: channelName(desk, card.channel) },
        { label: t('reason'), value: reasonName(desk, card.reason) },
        { label: t('since'), value: since(card) },
      ]);
      told.update();
    },
  };

  function since({ since: value }) {
    const at = moment(value);
    if (!at) return '';
    const isToday = at.toDateString() === new Date(desk.now).toDateString();
    return isToday ? clock(at, desk.locale) : dayAndTime(at, desk.locale);
  }
}

/** Labels and values; a label may come twice. */
function facts() {
  const node = h('dl', { class: 'facts-list' });
  const show = keyed(
    node,
    ({ key }) => key,
    ({ label }) => {
      const value = h('dd', { dir: 'auto' });
      return {
        node: h('div', {}, h('dt', {}, label), value),
        update: (item) => setText(value, String(item.value)),
      };
    },
  );
  return {
    node,
    show: (items) =>
      show(
        items
          .filter(({ value }) => value)
          .map((item, place) => ({ ...item, key: `${place} ${item.label}` })),
      ),
  };
}
