import { pending } from '../talk/alerts.js';

/** "(2) Desk · Prorata": a tab in the background tells how many customers need somebody. */
export function showTitle(desk) {
  const name = `${desk.t('title')} · Prorata`;
  const count = desk.agent ? pending(desk.conversations, desk.agent.id, desk.seen) : 0;
  const title = count ? `(${count}) ${name}` : name;
  if (document.title !== title) document.title = title;
}
