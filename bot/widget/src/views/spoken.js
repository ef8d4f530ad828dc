import { html } from 'lit';
import { splitLinks } from '../links.js';

/** An entry's text: text, and the parts of it that `links` says are links. */
export function spoken({ text, links }) {
  return splitLinks(text, links ?? []).map((part) => (part.url ? link(part) : part.text));
}

function link({ text, url }) {
  return url.startsWith('http')
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}</a>`
    : html`<a href=${url}>${text}</a>`;
}
