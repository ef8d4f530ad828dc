import { h } from '../dom.js';

let count = 0;

/** A modal dialog: the browser keeps the focus in it, and gives it back. */
export function dialog(title, ...content) {
  const id = `dialog-${(count += 1)}`;
  const node = h(
    'dialog',
    { 'aria-labelledby': id, onClick: besides },
    h('div', { class: 'dialog' }, h('h2', { id }, title), content),
  );

  function besides({ target }) {
    if (target === node) node.close(); // the backdrop is the dialog's own
  }

  return { node, show: () => node.open || node.showModal(), close: () => node.close() };
}

/** A dialog that is made when it is needed, and gone with its answer. */
export function ask(title, ...content) {
  const { node, show, close } = dialog(title, ...content);
  node.addEventListener('close', () => node.remove());
  document.body.append(node);
  show();
  return { node, close };
}
