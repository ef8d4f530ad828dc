import { fill, h, set, setText } from '../dom.js';
import { clock, dayAndTime, moment } from '../host/formats.js';
import { safeUrl } from '../host/links.js';
import { addressOf } from '../host/route.js';
import { icon } from './icons.js';
import { languageName } from './words.js';

/** One callback or message: whom, where, when it suits them, and what became of it. */
export function ticket(desk, id) {
  const { t, locale } = desk;
  const node = h('li', { class: 'ticket' });
  const local = h('span', { class: 'local' });
  let item = null;
  let shown = '';

  function describe() {
    const { kind, name, topic, language, at, conversation } = item;
    fill(
      node,
      h('div', { class: 'ticket-kind' }, icon(kind === 'callback' ? 'phone' : 'letter')),
      h(
        'div',
        { class: 'ticket-body' },
        h(
          'h3',
          {},
          h('span', { class: 'sr' }, `${t('label', { text: t(`kind_${kind}`) })} `),
          name || t('visitor'),
        ),
        h('p', { class: 'reach' }, phone(), email()),
        h('p', { class: 'facts' }, kind === 'callback' ? [local, suits()] : null),
        item.state === 'dropped' ? h('p', {}, h('strong', {}, t('ticket_dropped'))) : null,
        topic ? h('p', { class: 'topic', lang: language, dir: 'auto' }, topic) : null,
        h(
          'p',
          { class: 'facts' },
          [
            languageName(desk, language),
            at && t('asked_at', { time: dayAndTime(moment(at), locale) }),
          ]
            .filter(Boolean)
            .map((text) => h('span', { class: 'fact' }, text)),
          conversation
            ? h(
                'span',
                { class: 'fact' },
                h('a', { href: addressOf(conversation) }, t('ticket_conversation')),
              )
            : null,
        ),
      ),
      h('div', { class: 'ticket-deeds' }, deeds()),
    );
  }

  function phone() {
    const { phone: number, phone_shown: text, extension } = item;
    if (!number) return null;
    const more = extension ? h('span', {}, ` ${t('extension', { number: extension })}`) : null;
    return h(
      'span',
      {},
      link(`tel:${number}${extension ? `;ext=${extension}` : ''}`, text || number),
      more,
    );
  }

  function email() {
    return item.email ? link(`mailto:${item.email}`, item.email) : null;
  }

  /** The window in the customer's own time. */
  function suits() {
    const { from, to } = item.window ?? {};
    if (!from && !to) return null;
    const text = t('window', { from: written(from, dayAndTime), to: written(to, clock) });
    return h('span', { class: 'fact' }, text);
  }

  function written(value, format) {
    const at = String(value).includes('T') || typeof value === 'number' ? moment(value) : null;
    return at ? format(at, locale, zone()) : String(value);
  }

  function zone() {
    try {
      new Intl.DateTimeFormat(locale, { timeZone: item.zone });
      return item.zone || undefined;
    } catch {
      return undefined; // a zone that this browser does not know
    }
  }

  function deeds() {
    const { state, kind } = item;
    return [
      state === 'due' && kind === 'callback' ? button('tried', 'quiet') : null,
      state !== 'done' ? button('done', 'strong') : null,
    ];
  }

  function button(state, shape) {
    return h('button', { class: shape, type: 'button', onClick: change }, t(`set_${state}`));

    async function change({ currentTarget }) {
      set(currentTarget, { 'aria-disabled': 'true' });
      if (await desk.setTicket(id, state)) desk.voice.say(t(`ticket_now_${state}`));
      set(currentTarget, { 'aria-disabled': null });
    }
  }

  function tick() {
    if (!item) return;
    const time =
      item.zone && zone() ? clock(new Date(desk.now), locale, item.zone) : item.local_time;
    setText(local, time ? t('local_time', { time }) : '');
  }

  return {
    node,
    tick,
    update(next) {
      item = next;
      const { local_time: _, ...rest } = next;
      const state = JSON.stringify(rest);
      if (state !== shown) describe();
      shown = state;
      tick();
    },
  };
}

function link(url, text) {
  return safeUrl(url) ? h('a', { href: url }, text) : text;
}
