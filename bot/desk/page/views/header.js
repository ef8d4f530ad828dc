import { fill, h, set, setText } from '../dom.js';
import { icon } from './icons.js';
import { languageChoice } from './language.js';
import { popup } from './popup.js';
import { presence } from './presence.js';
import { settings } from './settings.js';

/** The desk's name, its two parts, the connection, who is there, and the agent's own choices. */
export function header(desk, actions, showKeys) {
  const { t } = desk;
  const conversations = tab(t('conversations'), '#');
  const tickets = tab(t('tickets'), '#tickets');
  const connection = h('p', { class: 'connection' });
  const who = presence(desk);
  const me = popup(
    { class: 'plain me' },
    [
      h('span', { class: 'monogram', 'aria-hidden': 'true' }, initials(desk.agent.name)),
      h('span', { class: 'sr' }, t('your_menu', { name: desk.agent.name })),
    ],
    h(
      'div',
      { class: 'menu' },
      h('p', { class: 'menu-title' }, desk.agent.name),
      settings(desk),
      h('hr', {}),
      menuButton('keys', t('keys_title'), () => {
        me.close();
        showKeys();
      }),
      menuButton('leave', t('sign_out'), actions.signOut),
    ),
  );

  return {
    node: h(
      'header',
      { class: 'top' },
      h(
        'p',
        { class: 'brand' },
        h('span', { class: 'mark' }, icon('mark')),
        h('span', { class: 'brand-name', 'aria-hidden': 'true' }, t('title')),
      ),
      h(
        'nav',
        { 'aria-label': t('parts') },
        h('ul', { class: 'tabs' }, conversations.node, tickets.node),
      ),
      connection,
      who.node,
      languageChoice(desk, actions),
      me.node,
    ),
    update() {
      const { place } = desk;
      conversations.update(
        place.tab === 'conversations',
        desk.conversations.filter(({ state }) => state === 'waiting').length,
        t('waiting_count'),
      );
      tickets.update(
        place.tab === 'tickets',
        desk.tickets.filter(({ state }) => state === 'due').length,
        t('due_count'),
      );
      set(connection, { class: `connection ${desk.connection}` });
      const text = t(`connection_${desk.connection}`);
      if (connection.textContent !== text)
        fill(connection, h('span', { class: 'dot', 'aria-hidden': 'true' }), h('span', {}, text));
      who.update();
    },
  };

  function tab(name, href) {
    const badge = h('span', { class: 'badge', 'aria-hidden': 'true' });
    const spoken = h('span', { class: 'sr' });
    const link = h('a', { href }, name, badge, spoken);
    return {
      node: h('li', {}, link),
      update(isCurrent, count, unit) {
        set(link, { 'aria-current': isCurrent ? 'page' : null });
        set(badge, { hidden: !count });
        setText(badge, String(count || ''));
        setText(spoken, count ? ` (${unit} ${count})` : '');
      },
    };
  }
}

function menuButton(image, name, onClick) {
  return h('button', { class: 'plain', type: 'button', onClick }, icon(image), name);
}

export function initials(name) {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word.slice(0, 1))
    .join('')
    .toUpperCase();
}
