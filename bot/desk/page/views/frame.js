import { h, set } from '../dom.js';
import { conversation } from './conversation.js';
import { header } from './header.js';
import { shortcuts } from './shortcuts.js';
import { keysDialog } from './keys-dialog.js';
import { list } from './list.js';
import { ticketList } from './tickets.js';

/** The whole desk of a signed-in agent. */
export function frame(desk, actions) {
  const { t } = desk;
  const keys = keysDialog(desk);
  const top = header(desk, actions, keys.show);
  const queue = list(desk);
  const requests = ticketList(desk);
  const middle = h('section', { class: 'middle', id: 'talk', 'aria-label': t('conversation') });
  const offline = h(
    'section',
    { class: 'offline', hidden: true, 'aria-label': t('connection_offline') },
    t('offline'),
  );
  const main = h(
    'main',
    {},
    h('h1', { class: 'sr' }, t('title')),
    queue.node,
    middle,
    requests.node,
  );
  const node = h(
    'div',
    { class: 'frame' },
    h('a', { class: 'skip', href: '#talk', onClick: skip }, t('skip')),
    top.node,
    offline,
    main,
    keys.node,
  );
  let talk = null;
  let talkOf = null;

  function skip(event) {
    event.preventDefault();
    if (talk) talk.focus();
    else queue.focus();
  }

  /** Another conversation is another view; its log is new, and nothing in it is announced. */
  function meetOpen() {
    if (talkOf === desk.open && talk) return;
    const hadTalk = Boolean(talkOf);
    talkOf = desk.open;
    talk = desk.open ? conversation(desk, desk.open) : null;
    middle.replaceChildren(talk ? talk.node : nothingOpen(desk));
    if (talk) talk.focus();
    else if (hadTalk && desk.place.tab === 'conversations') queue.focus();
  }

  const view = {
    node,
    update() {
      const { tab } = desk.place;
      set(main, { 'data-tab': tab, 'data-open': desk.open ? 'yes' : 'no' });
      set(queue.node, { hidden: tab !== 'conversations' });
      set(middle, { hidden: tab !== 'conversations' });
      set(requests.node, { hidden: tab !== 'tickets' });
      set(offline, { hidden: desk.connection !== 'offline' });
      top.update();
      queue.update();
      requests.update();
      meetOpen();
      talk?.update();
    },
    tick() {
      queue.tick();
      requests.tick();
      talk?.tick();
    },
  };
  shortcuts(node, { desk, queue, talk: () => talk, showKeys: keys.show });
  return view;
}

function nothingOpen({ t }) {
  return h(
    'div',
    { class: 'nothing' },
    h('p', {}, t('nothing_open')),
    h('p', { class: 'muted' }, t('nothing_open_hint')),
  );
}
