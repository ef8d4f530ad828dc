/** The five locales, and which one a page, a browser and a customer ask for together. */

const LOCALES = ['en-CA', 'en-US', 'en-GB', 'fr-CA', 'fr-FR'];

// The other language's words where the first is spoken, as the bot has them.
const NEIGHBOURS = {
  CA: { en: 'en-CA', fr: 'fr-CA' },
  US: { en: 'en-US', fr: 'fr-CA' },
  GB: { en: 'en-GB', fr: 'fr-FR' },
  FR: { en: 'en-GB', fr: 'fr-FR' },
};

/**
 * The language is that of the first candidate in English or French, the region the first that any
 * candidate names; without a region it is a bare "en" or "fr", and the bot leaves it open.
 *
 * @param {(string | null | undefined)[]} candidates BCP 47 tags, the most wanted first
 */
export function negotiate(candidates) {
  const tags = candidates.filter(Boolean).map((tag) => tag.replaceAll('_', '-').split('-'));
  const language = tags.map(([first]) => first.toLowerCase()).find(isLanguage) ?? 'en';
  const region = tags
    .flatMap(([first, ...rest]) => (isLanguage(first.toLowerCase()) ? rest : []))
    .find((part) => part.toUpperCase() in NEIGHBOURS);
  return region ? NEIGHBOURS[region.toUpperCase()][language] : language;
}

/** The locale in which a bare language is shown. */
export function framed(locale) {
  return LOCALES.includes(locale) ? locale : NEIGHBOURS.CA[locale];
}

/** `locale`, in the other language. */
export function inLanguage(locale, language) {
  const region = locale.split('-')[1];
  return region ? NEIGHBOURS[region][language] : language;
}

export function languageOf(locale) {
  return locale.slice(0, 2);
}

function isLanguage(code) {
  return code === 'en' || code === 'fr';
}
