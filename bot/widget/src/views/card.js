import { html, nothing } from 'lit';
import { calendarDay, clock, money } from '../formats.js';
import * as icons from '../icons.js';
import { share } from './share.js';
import { spoken } from './spoken.js';

/** A quote as a card. What the bot said of it is there in full, one press away. */
export function card(chat, entry) {
  const { quote } = entry;
  const left = Date.parse(quote.expires_at) - chat.session.now;
  const expired = left <= 0;
  return html`<article class="card ${expired ? 'expired' : ''}" part="card">
    <div class="card-top">
      <p class="kind">${chat.t(quote.estimate ? 'card_estimate' : 'card_quote')}</p>
      ${quote.demo ? html`<p class="demo">${chat.t('card_demo')}</p>` : nothing}
    </div>
    ${amount(chat, quote)} ${validity(chat, quote, left)} ${facts(chat, quote)}
    ${soon(chat, quote)} ${next(chat, quote, expired)} ${inFull(chat, entry)}
  </article>`;
}

function amount({ t, frameLocale }, quote) {
  const due = quote.due_now && money(quote.due_now, quote.currency, frameLocale);
  return html`<div class="due">
    <p class="label">${t('card_due_now')} · ${t(`tax_${quote.tax_status ?? 'unknown'}`)}</p>
    <p class="amount">${due}</p>
    <p class="for"><bdi>${quote.product}</bdi>${
      quote.subscription ? html` <bdi class="subscription">${quote.subscription}</bdi>` : nothing
    }</p>
  </div>`;
}

function facts({ t, frameLocale }, quote) {
  const { proration, renewal, unit_price: price, currency } = quote;
  const inMoney = (sum) => money(sum, currency, frameLocale);
  return html`<dl>
    ${fact(t('card_seats'), quote.seats && `+ ${t('unit_seat', { n: quote.seats })}`)}
    ${fact(t('card_unit_price'), price && inMoney(price))}
    ${proration?.unit === 'day' ? timeLeft(t, proration) : nothing}
    ${renewal
      ? fact(
          t('card_renewal', { date: calendarDay(renewal.date, frameLocale) }),
          renewal.amount &&
            t('card_renewal_amount', {
              amount: inMoney(renewal.amount),
              seats: t('unit_seat', { n: quote.estimate ? quote.seats : quote.seats_after }),
            }),
          'wide',
        )
      : nothing}
  </dl>`;
}

function fact(term, value, shape = '') {
  if (!value && shape !== 'wide') return nothing;
  return html`<div class="fact ${shape}"><dt>${term}</dt><dd>${value || nothing}</dd></div>`;
}

function timeLeft(t, { remaining, total }) {
  const left = t('card_left', { left: t('unit_day', { n: remaining }), total });
  return html`<div class="fact">
    <dt>${t('card_time')}</dt>
    <dd>${left}</dd>
    <dd class="bar" aria-hidden="true">${share(remaining, total)}</dd>
  </div>`;
}

function validity({ t, frameLocale }, { expires_at: until }, left) {
  if (!until) return nothing;
  if (left <= 0) return html`<p class="validity over">${icons.alert} ${t('card_expired')}</p>`;
  const time = t('card_valid', { time: clock(new Date(until), frameLocale) });
  const minutes = t('unit_valid_minute', { n: Math.ceil(left / 60_000) });
  return html`<p class="validity">${icons.clockFace} ${time} · ${minutes}</p>`;
}

/** Waiting for the renewal may be simpler. */
function soon({ t, frameLocale }, { renews_soon: isSoon, renewal }) {
  if (!isSoon) return nothing;
  const date = calendarDay(renewal.date, frameLocale);
  return html`<p class="next">${t('notice_renews_soon', { renewal_date: date })}</p>`;
}

/** What can be done with this price. */
function next(chat, quote, expired) {
  const { t } = chat;
  if (expired) {
    return html`<button class="strong" type="button" @click=${() => chat.say(t('card_again'))}>
      ${t('card_again')}
    </button>`;
  }
  if (quote.estimate) return html`<p class="next">${t('card_sign_in')}</p>`;
  return html`<p class="next">
    <b>${t('card_buy')}</b> ${t('card_path', { product: quote.product })}
  </p>`;
}

function inFull(chat, entry) {
  return html`<details>
    <summary>${chat.t('card_answer')}</summary>
    <div class="in-full" lang=${entry.language ?? nothing} dir="auto">${spoken(entry)}</div>
  </details>`;
}
