/** Which part of the desk is shown is in the address, so that "back" and "reload" do what they say. */

const CONVERSATION = /^#c\/(.+)$/;

/** @returns {{tab: 'conversations' | 'tickets', id: string | null}} */
export function placeOf(hash) {
  const found = CONVERSATION.exec(hash);
  try {
    if (found) return { tab: 'conversations', id: decodeURIComponent(found[1]) };
  } catch {
    // A stray per cent sign: no id of ours.
  }
  return { tab: hash === '#tickets' ? 'tickets' : 'conversations', id: null };
}

export function addressOf(id) {
  return `#c/${encodeURIComponent(id)}`;
}
