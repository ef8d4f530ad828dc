/**
 * A conversation cut into who answered: the bot's parts, up to its last word, and the people's.
 *
 * @returns {{kind: 'bot' | 'people', entries: object[], isPast: boolean}[]} `isPast`: a person has
 *   spoken after it
 */
export function partsOf(entries) {
  const parts = [];
  let stretch = [];
  for (const entry of entries) {
    if (entry.author !== 'agent') {
      stretch.push(entry);
      continue;
    }
    addDivided(parts, stretch);
    add(parts, 'people', [entry]);
    stretch = [];
  }
  addDivided(parts, stretch);
  const last = parts.findLastIndex((part) => part.entries.some(({ author }) => author === 'agent'));
  return parts.map((part, place) => ({ ...part, isPast: place < last }));
}

/** What was said between two words of agents: with the bot until its last word. */
function addDivided(parts, stretch) {
  const end = stretch.findLastIndex((entry) => entry.author === 'bot') + 1;
  add(parts, 'bot', stretch.slice(0, end));
  add(parts, 'people', stretch.slice(end));
}

function add(parts, kind, entries) {
  if (!entries.length) return;
  const last = parts.at(-1);
  if (last?.kind === kind) last.entries.push(...entries);
  else parts.push({ kind, entries: [...entries] });
}

/** Entries of two sources, each once, in the conversation's order. */
export function merged(known, more) {
  const bySeq = new Map([...known, ...more].map((entry) => [entry.seq, entry]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}
