/** Amounts, dates and times, written as the bot's own answers write them (bot/nlg/formats/). */

const DECIMAL = /^-?\d+(\.\d+)?$/;
const NAMED_IN_ENGLISH = ['CAD', 'USD'];

/**
 * "$2,235.62 CAD" in English, « 2 235,62 $ CA » in Canada's French: a dollar is never bare.
 *
 * @param {string} amount a decimal string: it goes to Intl as it is, and is no float on the way
 */
export function money(amount, currency, locale) {
  if (!DECIMAL.test(amount)) return `${amount} ${currency}`;
  if (locale.startsWith('en') && NAMED_IN_ENGLISH.includes(currency)) {
    const digits = new Intl.NumberFormat(locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    }).format(amount.replace('-', ''));
    return `${amount.startsWith('-') ? '-' : ''}$${digits} ${currency}`;
  }
  const text = new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
  return text.endsWith('$') ? `${text}\u00a0${currency.slice(0, 2)}` : text;
}

/** "January 15, 2027" for "2027-01-15": a day of the calendar, whatever the reader's time zone. */
export function calendarDay(day, locale) {
  return longDate(new Date(`${day}T00:00:00Z`), locale, 'UTC');
}

/** The reader's own date. */
export function localDay(at, locale) {
  return longDate(at, locale);
}

/** "12:05 p.m." or « 12 h 05 », the reader's own time. */
export function clock(at, locale) {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
}

/** "Today", "Yesterday", or the date. */
export function dayLabel(at, now, locale) {
  const days = Math.round((midnight(at) - midnight(now)) / 86_400_000);
  if (days !== 0 && days !== -1) return longDate(at, locale);
  const word = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  return word[0].toUpperCase() + word.slice(1);
}

function midnight(at) {
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
}

function longDate(at, locale, timeZone) {
  const text = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(at);
  // CLDR leaves the ordinal of a French month's first day out.
  return locale.startsWith('fr') ? text.replace(/^1(?= )/, '1er') : text;
}
