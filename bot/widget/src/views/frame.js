import { html, nothing } from 'lit';
import { launcher } from './launcher.js';
import { panel } from './panel.js';

/** All there is: a region of the page with the launcher or the panel in it. */
export function frame(chat) {
  return html`<div class="apart">
    <section
      class="frame ${chat.scheme.isDark ? 'dark' : 'light'}"
      lang=${chat.frameLocale}
      aria-label=${chat.t('launcher')}
    >
      ${chat.opened ? panel(chat) : launcher(chat)}
      <p class="sr" role="status" lang=${chat.frameLocale}>${chat.status || nothing}</p>
    </section>
  </div>`;
}
