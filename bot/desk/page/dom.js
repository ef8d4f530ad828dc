/** Elements without a framework. A text is always a text node; nothing is ever read as markup. */

const SVG = 'http://www.w3.org/2000/svg';
const PROPERTIES = ['value', 'checked', 'indeterminate'];

/** An element. `onClick` and the like listen; null, false and undefined leave an attribute out. */
export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  set(node, props ?? {});
  node.append(...children.flat(Infinity).filter(isShown));
  return node;
}

/** An SVG element. */
export function svg(tag, props, ...children) {
  const node = document.createElementNS(SVG, tag);
  set(node, props ?? {});
  node.append(...children);
  return node;
}

/** Change what differs, and nothing else: a screen reader hears only of what changed. */
export function set(node, props) {
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2).toLowerCase(), value);
    else if (PROPERTIES.includes(name)) node[name] = value;
    else if (value === null || value === undefined || value === false) node.removeAttribute(name);
    else if (node.getAttribute(name) !== written(value)) node.setAttribute(name, written(value));
  }
}

export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Other children for a node. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(isShown));
}

/**
 * A list whose nodes stay the same as long as their keys do.
 *
 * @param {Element} parent holds these nodes only
 * @param {(item: any) => string | number} keyOf
 * @param {(item: any) => {node: Element, update?: (item: any) => void}} make
 * @returns {(items: any[]) => void} shows these items, in this order
 */
export function keyed(parent, keyOf, make) {
  const views = new Map();
  return (items) => {
    const focused = parent.contains(document.activeElement) ? document.activeElement : null;
    const wanted = new Set(items.map(keyOf));
    for (const [key, view] of views) {
      if (wanted.has(key)) continue;
      view.node.remove();
      views.delete(key);
    }
    let place = parent.firstChild;
    for (const item of items) {
      const key = keyOf(item);
      if (!views.has(key)) views.set(key, make(item));
      const { node, update } = views.get(key);
      update?.(item);
      if (node === place) place = place.nextSibling;
      else parent.insertBefore(node, place);
    }
    // A node that is moved loses the focus.
    if (focused?.isConnected && document.activeElement !== focused) {
      focused.focus({ preventScroll: true });
    }
  };
}

function isShown(child) {
  return child !== null && child !== undefined && child !== false && child !== '';
}

function written(value) {
  return value === true ? '' : String(value);
}
