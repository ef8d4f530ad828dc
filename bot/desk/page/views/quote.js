import { h } from '../dom.js';
import { calendarDay, clock, moment, money } from '../host/formats.js';

/** The figures that the customer has seen. None is computed here. */
export function quoteCard(desk, quote) {
  const { t, locale } = desk;
  const inMoney = (amount) => amount && money(amount, quote.currency, locale);
  const until = moment(quote.expires_at);
  const isOver = until && until.getTime() <= desk.now;
  return h(
    'article',
    { class: 'quote', 'aria-label': t(quote.estimate ? 'quote_estimate' : 'quote') },
    h(
      'p',
      { class: 'quote-kind' },
      h('b', {}, t(quote.estimate ? 'quote_estimate' : 'quote')),
      quote.demo ? h('span', { class: 'demo' }, t('quote_demo')) : null,
    ),
    h(
      'p',
      { class: 'amount' },
      inMoney(quote.due_now),
      ' ',
      h('span', { class: 'muted' }, t(`tax_${quote.tax_status ?? 'unknown'}`)),
    ),
    h(
      'dl',
      {},
      fact(t('quote_product'), [quote.product, quote.subscription].filter(Boolean).join(' · ')),
      fact(t('quote_seats'), quote.seats && `+ ${quote.seats}`),
      fact(t('quote_unit_price'), inMoney(quote.unit_price)),
      quote.renewal
        ? fact(
            t('quote_renewal', { date: calendarDay(quote.renewal.date, locale) }),
            inMoney(quote.renewal.amount),
          )
        : null,
      until ? fact(t(isOver ? 'quote_expired' : 'quote_valid'), clock(until, locale)) : null,
    ),
  );
}

function fact(term, value) {
  return value ? h('div', {}, h('dt', {}, term), h('dd', {}, value)) : null;
}
