import { areKeysOn } from './keys-dialog.js';

const WRITES = 'input:not([type=checkbox], [type=radio]), textarea, select';

/** The keys of the whole desk; those of the list, the composer and the menus are their own. */
export function shortcuts(node, { desk, queue, talk, showKeys }) {
  const act = (name) => () => talk()?.act(name);
  const keys = {
    j: () => queue.move(1),
    k: () => queue.move(-1),
    c: () => queue.claimFocused() || talk()?.act('claim'),
    r: act('reply'),
    n: act('note'),
    t: act('transfer'),
    b: act('hand_back'),
    x: act('close'),
    s: () => queue.search(),
    g: () => {
      location.hash = desk.place.tab === 'tickets' ? '' : '#tickets';
    },
    '?': showKeys,
  };

  function press(event) {
    // The view of another language, or of another agent, has its own keys.
    if (!node.isConnected) return document.removeEventListener('keydown', press);
    if (event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') {
      if (desk.open && !talk()?.escape()) queue.leave();
      return;
    }
    const key = keys[event.key];
    if (!key || event.target.closest?.(WRITES) || !areKeysOn()) return;
    event.preventDefault();
    key();
  }

  document.addEventListener('keydown', press);
}
