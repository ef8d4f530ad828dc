/** Times, dates and amounts as the agent's locale writes them. */

const DECIMAL = /^-?\d+(\.\d+)?$/;
const RECENT = 12 * 3_600_000;
const NAMED_IN_ENGLISH = ['CAD', 'USD'];

/** A moment that the server tells: ISO 8601, or seconds since 1970. */
export function moment(value) {
  if (value === null || value === undefined) return null;
  const at = typeof value === 'number' ? new Date(value * 1000) : new Date(value);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** "3:07", and "1:03:07" from an hour on: the same in both languages, and it may tick. */
export function elapsed(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const [first, ...rest] = parts[0] ? parts : parts.slice(1);
  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}

/** "3 minutes", for those who hear it. */
export function spokenMinutes(seconds, locale) {
  const minutes = Math.floor(Math.max(0, seconds) / 60);
  const options = { style: 'unit', unit: 'minute', unitDisplay: 'long' };
  return new Intl.NumberFormat(locale, options).format(minutes);
}

/** "2:05 p.m." or « 14 h 05 »; in the zone of somebody else, if one is given. */
export function clock(at, locale, timeZone) {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(at);
}

/** "Mon, Nov 25, 2:05 p.m.": a day and a time. */
export function dayAndTime(at, locale, timeZone) {
  const day = { weekday: 'short', month: 'short', day: 'numeric' };
  const text = new Intl.DateTimeFormat(locale, { ...day, timeZone }).format(at);
  return `${first(text, locale)}, ${clock(at, locale, timeZone)}`;
}

/** The time of what is recent, else the day. */
export function shortly(at, now, locale) {
  if (now - at < RECENT || at.toDateString() === now.toDateString()) return clock(at, locale);
  const text = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' }).format(at);
  return first(text, locale);
}

export function longDay(at, locale, timeZone) {
  return first(new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(at), locale);
}

/** A day of the calendar ("2027-01-15"), whatever the reader's time zone. */
export function calendarDay(day, locale) {
  return longDay(new Date(`${day}T00:00:00Z`), locale, 'UTC');
}

/** A dollar is never bare: "$2,235.62 CAD", « 2 235,62 $ CA ». `amount` is a decimal string. */
export function money(amount, currency, locale) {
  if (!DECIMAL.test(amount)) return `${amount} ${currency}`;
  if (locale.startsWith('en') && NAMED_IN_ENGLISH.includes(currency)) {
    const two = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    const digits = new Intl.NumberFormat(locale, two).format(amount.replace('-', ''));
    return `${amount.startsWith('-') ? '-' : ''}$${digits} ${currency}`;
  }
  const text = new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
  return text.endsWith('$') ? `${text}\u00a0${currency.slice(0, 2)}` : text;
}

/** CLDR leaves the ordinal of a French month's first day out. */
function first(text, locale) {
  return locale.startsWith('fr') ? text.replace(/(^|\s)1(?=\s)/, '$11er') : text;
}
