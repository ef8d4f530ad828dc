/** The bundle's entry: `<prorata-chat>` becomes known to the page. */
import { ProrataChat } from './element.js';

// A page may hold the script twice.
if (!customElements.get('prorata-chat')) customElements.define('prorata-chat', ProrataChat);

export { ProrataChat };
