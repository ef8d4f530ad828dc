/** Which parts of a text may be tapped. Nothing else in a text is ever more than text. */

const SAFE = ['http:', 'https:', 'tel:', 'mailto:'];

/** @returns {string | null} the URL, or null for one that must not be followed */
export function safeUrl(url) {
  try {
    return SAFE.includes(new URL(url).protocol) ? url : null;
  } catch {
    return null;
  }
}

/**
 * `text` cut into plain parts and links, in order.
 *
 * @param {{text: string, url: string}[]} links
 * @returns {{text: string, url?: string}[]}
 */
export function splitLinks(text, links = []) {
  const parts = [];
  let from = 0;
  for (const { start, end, url } of places(text, links)) {
    if (start < from) continue;
    parts.push({ text: text.slice(from, start) }, { text: text.slice(start, end), url });
    from = end;
  }
  parts.push({ text: text.slice(from) });
  return parts.filter((part) => part.text);
}

/** Where each link stands; the same words twice are two places. */
function places(text, links) {
  const next = new Map();
  return links
    .filter((link) => link?.text && safeUrl(link.url))
    .map(({ text: words, url }) => {
      const start = text.indexOf(words, next.get(words) ?? 0);
      next.set(words, start + words.length);
      return { start, end: start + words.length, url };
    })
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
}
