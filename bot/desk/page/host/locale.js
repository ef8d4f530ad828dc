/** The locale of the desk: the address, the agent's choice, then the browser's languages. */

const LOCALES = ['en-CA', 'en-US', 'en-GB', 'fr-CA', 'fr-FR'];
const COUNTERPART = {
  'en-CA': 'fr-CA',
  'en-US': 'fr-CA',
  'en-GB': 'fr-FR',
  'fr-CA': 'en-CA',
  'fr-FR': 'en-GB',
};
const OF_A_LANGUAGE = { en: 'en-CA', fr: 'fr-CA' };

/** @param {(string | null | undefined)[]} candidates BCP 47 tags, the most wanted first */
export function negotiate(candidates) {
  for (const tag of candidates.filter(Boolean)) {
    const [language, region] = tag.replaceAll('_', '-').split('-');
    const locale = `${language.toLowerCase()}-${(region ?? '').toUpperCase()}`;
    if (LOCALES.includes(locale)) return locale;
    if (language.toLowerCase() in OF_A_LANGUAGE) return OF_A_LANGUAGE[language.toLowerCase()];
  }
  return 'en-CA';
}

/** The same region's other language, where it has one. */
export function counterpart(locale) {
  return COUNTERPART[locale];
}
