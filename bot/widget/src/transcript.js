import { clock, localDay } from './formats.js';

/** The conversation as plain text, with times, in the words of the interface. */
export function transcriptOf(entries, t, locale) {
  const blocks = [t('transcript', { date: localDay(new Date(), locale) })];
  let day;
  for (const entry of entries) {
    const at = new Date(entry.at);
    const date = localDay(at, locale);
    if (date !== day) blocks.push(`— ${(day = date)} —`);
    blocks.push(`[${clock(at, locale)}] ${speaker(entry, t)}\n${entry.text}`);
  }
  return `${blocks.join('\n\n')}\n`;
}

/** An agent goes by the name that the company gives; a notice is the bot's. */
export function speaker({ author, agent }, t) {
  return agent ?? t({ customer: 'you', agent: 'agent' }[author] ?? 'title');
}

/** A file for the customer; nothing is sent anywhere. */
export function download(text) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const day = new Date().toISOString().slice(0, 10);
  Object.assign(document.createElement('a'), { href: url, download: `prorata-${day}.txt` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
