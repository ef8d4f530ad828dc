/** The queue as an agent looks at it. A card is docs/handoff.md's. */

/** Longer than this, a wait stands out; longer than that, it cannot be overlooked. In seconds. */
const LONG = 60;
const VERY_LONG = 180;

export const GROUPS = ['mine', 'waiting', 'others', 'bot', 'closed'];

/** @returns {'mine' | 'waiting' | 'others' | 'bot' | 'closed'} */
export function groupOf(card, me) {
  if (card.state === 'held') return agentOf(card) === me ? 'mine' : 'others';
  return card.state;
}

/** The id of the agent who holds it. */
export function agentOf(card) {
  return card.agent?.id ?? card.agent ?? null;
}

/**
 * The cards that the filters leave, by group, each group in the server's order: it knows the queue's.
 *
 * @param {{who: string, language: string, text: string}} filters `who` is a group, or "all"
 */
export function grouped(cards, me, { who, language, text }) {
  const words = folded(text);
  const left = cards.filter(
    (card) =>
      (!language || card.language === language) &&
      (!words || folded([card.name, card.account, card.id].join(' ')).includes(words)),
  );
  return GROUPS.filter((group) => who === 'all' || who === group)
    .map((group) => ({ group, cards: left.filter((card) => groupOf(card, me) === group) }))
    .filter(({ cards: found }) => found.length);
}

/** "Zoé" is found by "zoe". */
export function folded(text) {
  return (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** @returns {'' | 'long' | 'very-long'} */
export function patience(seconds) {
  if (seconds >= VERY_LONG) return 'very-long';
  return seconds >= LONG ? 'long' : '';
}

/** A customer's word that nobody has looked at. @param {string | undefined} seen the last one looked at */
export function isUnread(card, seen) {
  return card.last?.author === 'customer' && (!seen || String(card.last.at) > seen);
}

/** Before all others in the queue. */
export function isFirst(card) {
  return Boolean(card.priority) && card.priority !== 'normal';
}

export function withLast(card, { author, text, at }) {
  return { ...card, last: { author, text, at } };
}
