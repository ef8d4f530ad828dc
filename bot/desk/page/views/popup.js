import { h, set } from '../dom.js';

let count = 0;

/**
 * A button, and what it opens below itself. Escape, or a press elsewhere, closes it.
 *
 * @param {Record<string, any>} props of the button
 * @param {(Node | string)[]} face of the button
 * @param {Node} content
 */
export function popup(props, face, content) {
  const id = `popup-${(count += 1)}`;
  const button = h(
    'button',
    { type: 'button', 'aria-controls': id, onClick: toggle, ...props },
    face,
  );
  const panel = h('div', { class: 'popup', id, hidden: true }, content);
  const node = h(
    'div',
    { class: 'popup-anchor', onKeydown: keys, onFocusout: leave },
    button,
    panel,
  );
  show(false);

  function show(isOpen) {
    set(button, { 'aria-expanded': String(isOpen) });
    set(panel, { hidden: !isOpen });
    const listen = isOpen ? 'addEventListener' : 'removeEventListener';
    document[listen]('pointerdown', elsewhere, true);
  }

  function toggle() {
    show(panel.hidden);
  }

  function elsewhere({ target }) {
    if (!node.contains(target)) show(false);
  }

  function keys(event) {
    if (event.key !== 'Escape' || panel.hidden) return;
    event.stopPropagation();
    show(false);
    button.focus();
  }

  function leave({ relatedTarget }) {
    if (relatedTarget && !node.contains(relatedTarget)) show(false);
  }

  return { node, button, close: () => show(false) };
}
