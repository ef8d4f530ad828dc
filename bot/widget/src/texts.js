import { STRINGS } from './strings.js';

/** @typedef {(name: string, values?: Record<string, string | number>) => string} Texts */

/**
 * The texts of one of the five locales: `t('card_left', {left, total})`. A counted text goes by `n`;
 * numbers are written as the locale does.
 *
 * @returns {Texts}
 */
export function textsOf(locale) {
  const texts = { ...STRINGS[locale.slice(0, 2)], ...STRINGS[locale] };
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  return (name, values = {}) => {
    const found = texts[name];
    const text = Array.isArray(found) ? found[plural.select(values.n) === 'one' ? 0 : 1] : found;
    return text.replace(/\{(\w+)\}/g, (_, key) =>
      typeof values[key] === 'number' ? number.format(values[key]) : values[key],
    );
  };
}
