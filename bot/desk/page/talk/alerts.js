/** What an agent should hear of: a new conversation in the queue, or one that was handed to them. */
import { agentOf, groupOf, isUnread } from './cards.js';

/**
 * @param {object[]} before the cards as they were, or null at first: then nothing is new
 * @param {Set<string>} mineAlready the conversations that this agent has just taken
 * @returns {{waiting: object[], given: object[]}}
 */
export function news(before, now, me, mineAlready = new Set()) {
  if (!before) return { waiting: [], given: [] };
  const was = new Map(before.map((card) => [card.id, card]));
  return {
    waiting: now.filter(
      (card) => card.state === 'waiting' && was.get(card.id)?.state !== 'waiting',
    ),
    given: now.filter(
      (card) =>
        groupOf(card, me) === 'mine' &&
        !mineAlready.has(card.id) &&
        !(was.get(card.id)?.state === 'held' && agentOf(was.get(card.id)) === me),
    ),
  };
}

/** How many conversations need somebody: those in the queue, and mine with a word that I have not seen. */
export function pending(cards, me, seen) {
  return cards.filter(
    (card) =>
      card.state === 'waiting' ||
      (groupOf(card, me) === 'mine' && isUnread(card, seen.get(card.id))),
  ).length;
}
