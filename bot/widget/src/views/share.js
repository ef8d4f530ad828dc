import { html } from 'lit';

/** A bar, filled as far as `part` goes of `whole`. SVG needs no inline style. */
export function share(part, whole) {
  const width = whole > 0 ? Math.min(Math.max((100 * part) / whole, 0), 100) : 0;
  return html`<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="whole" width="100" height="6"></rect>
    <rect class="part" width=${width} height="6"></rect>
  </svg>`;
}
