import { html, svg } from 'lit';

/** Line icons on a grid of 24. They say nothing to a screen reader: their button has a name. */
const icon = (body) => html`<svg
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="1.8"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  ${body}
</svg>`;

/** A share of a whole, in a speech bubble. */
export const mark = icon(svg`
  <path d="M12 3a9 9 0 1 1-4.2 17l-4.3 1 1-4.3A9 9 0 0 1 12 3Z" />
  <path d="M12.2 7.6v4.5l3.3 3A4.5 4.5 0 0 0 12.2 7.6Z" fill="currentColor" />`);
export const close = icon(svg`<path d="m6 6 12 12M18 6 6 18" />`);
export const more = icon(svg`
  <path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3" />`);
export const send = icon(svg`<path d="M12 19V5m-6 6 6-6 6 6" stroke-width="2.2" />`);
export const down = icon(svg`<path d="m6 9 6 6 6-6" />`);
export const copy = icon(svg`
  <rect x="8" y="8" width="12" height="12" rx="2.5" />
  <path d="M16 8V6.5A2.5 2.5 0 0 0 13.5 4h-7A2.5 2.5 0 0 0 4 6.5v7A2.5 2.5 0 0 0 6.5 16H8" />`);
export const save = icon(svg`<path d="M12 4v11m-4-4 4 4 4-4M5 20h14" />`);
export const restart = icon(svg`<path d="M4 4v5h5M4.6 14A8 8 0 1 0 6 6.7L4 9" />`);
export const star = icon(svg`
  <path d="m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1.1 5.9-5.3-2.9-5.3 2.9 1.1-5.9-4.3-4.1 5.9-.8Z" />`);
export const thumbUp = icon(svg`
  <path d="M7 11v9H4v-9h3Zm0 0 4-7.5c1.6 0 2.6 1 2.6 2.6V9.5h4.6a2 2 0 0 1 2 2.4l-1.3 6.5a2 2 0 0 1-2 1.6H7" />`);
export const thumbDown = icon(svg`
  <path d="M17 13V4h3v9h-3Zm0 0-4 7.5c-1.6 0-2.6-1-2.6-2.6V14.5H5.8a2 2 0 0 1-2-2.4l1.3-6.5a2 2 0 0 1 2-1.6H17" />`);
export const check = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`);
export const clockFace = icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5V12l3 2" />`);
export const alert = icon(svg`<path d="M12 8v5m0 3.5h.01M12 3.5 21 19.5H3Z" />`);
