// The locale of a page: from its address, else the browser's own among those of the page's language.

const LOCALES = ["en-CA", "en-US", "en-GB", "fr-CA", "fr-FR"];
const COUNTERPART = { "en-CA": "fr-CA", "en-US": "fr-CA", "en-GB": "fr-FR", "fr-CA": "en-CA", "fr-FR": "en-GB" };

function pageLocale() {
  const language = document.documentElement.lang.slice(0, 2);
  const spoken = LOCALES.filter((locale) => locale.startsWith(language));
  const asked = new URLSearchParams(location.search).get("locale");
  return [asked, ...navigator.languages].find((locale) => spoken.includes(locale)) ?? spoken[0];
}

/** Make the page, its links and its chat speak one locale; returns it, for example "fr-CA". */
export function settle() {
  const locale = pageLocale();
  document.documentElement.lang = locale;
  document.querySelector("prorata-chat").setAttribute("locale", locale);

  for (const link of document.querySelectorAll("[data-keep-locale]")) {
    link.search = `?locale=${locale}`;
  }
  document.querySelector("[data-other-language]").search = `?locale=${COUNTERPART[locale]}`;
  document.querySelector(`footer a[hreflang="${locale}"]`).setAttribute("aria-current", "true");
  return locale;
}
