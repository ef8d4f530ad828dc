/** The desk's texts, which the server takes from the catalogues. */

/** @typedef {(name: string, values?: Record<string, string | number>) => string} Texts */

/**
 * @param {URL} root where the desk's files are
 * @param {string} locale a BCP 47 tag
 * @returns {Promise<Texts>}
 */
export async function loadTexts(root, locale) {
  const address = new URL(`strings.${locale.slice(0, 2)}.json`, root);
  address.searchParams.set('locale', locale);
  const answer = await fetch(address, { signal: AbortSignal.timeout(15_000) });
  if (!answer.ok) throw new Error(`texts: ${answer.status}`);
  return textsOf(await answer.json(), locale);
}

/** `t('held_by', {name})`; a counted text goes by `n`. `t.has(name)` tells whether there is one. */
export function textsOf(texts, locale) {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const t = (name, values = {}) => {
    const found = texts[name] ?? name;
    const text = Array.isArray(found) ? found[plural.select(values.n) === 'one' ? 0 : 1] : found;
    return text.replace(/\{(\w+)\}/g, (_, key) =>
      typeof values[key] === 'number' ? number.format(values[key]) : (values[key] ?? ''),
    );
  };
  t.has = (name) => Object.hasOwn(texts, name);
  return t;
}
