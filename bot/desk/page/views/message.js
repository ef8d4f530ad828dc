import { fill, h, set, setText } from '../dom.js';
import { clock, moment } from '../host/formats.js';
import { splitLinks } from '../host/links.js';
import { icon } from './icons.js';
import { quoteCard } from './quote.js';
import { customerName } from './words.js';

/** One entry of the transcript (docs/channels/web.md). */
export function message(desk, { entry, goesOn }) {
  const { author, at, language, buttons } = entry;
  const node =
    author === 'notice'
      ? h('li', { class: 'notice', lang: language }, h('span', { dir: 'auto' }, spoken(entry)))
      : h(
          'li',
          { class: `message ${author} ${goesOn ? 'goes-on' : ''}` },
          h(
            'p',
            { class: 'said-by' },
            h('b', {}, speaker(desk, entry)),
            ' ',
            h('time', { datetime: moment(at)?.toISOString() }, clock(moment(at), desk.locale)),
          ),
          entry.quote ? quoteCard(desk, entry.quote) : null,
          h('div', { class: 'bubble', lang: language, dir: 'auto' }, spoken(entry)),
          buttons?.length ? offered(desk, entry) : null,
        );
  const refused = h('p', { class: 'undelivered' }, icon('alert'), desk.t('undelivered'));
  return {
    node,
    /** The customer's platform may refuse it long after it was said. */
    update({ entry: { undelivered } }) {
      if (undelivered && !refused.isConnected) node.append(refused);
    },
  };
}

/** What an agent has written and the server has not shown yet. */
export function outgoing(desk, { id, text }) {
  const { t } = desk;
  const state = h('span', {});
  const deeds = h('span', { class: 'unsent-deeds' });
  const node = h(
    'li',
    {},
    h('div', { class: 'bubble', dir: 'auto' }, text),
    h('p', { class: 'progress', role: 'status' }, state, deeds),
  );
  return {
    node,
    update(item) {
      const failed = item.state === 'unsent' || item.state === 'refused';
      set(node, { class: `message agent on-its-way ${failed ? 'unsent' : ''}` });
      setText(state, t(`message_${item.state}`));
      if (failed === Boolean(deeds.childElementCount)) return;
      fill(deeds, failed ? [retry(), discard()] : []);
    },
  };

  function retry() {
    return h(
      'button',
      { class: 'text', type: 'button', onClick: () => desk.outbox.retry(id) },
      t('retry'),
    );
  }

  function discard() {
    return h(
      'button',
      { class: 'text', type: 'button', onClick: () => desk.outbox.discard(id) },
      t('discard'),
    );
  }
}

/** Text, and the parts of it that are links. */
export function spoken({ text, links }) {
  return splitLinks(text ?? '', links ?? []).map(({ text: words, url }) => {
    if (!url) return words;
    const elsewhere = url.startsWith('http')
      ? { target: '_blank', rel: 'noopener noreferrer' }
      : {};
    return h('a', { href: url, ...elsewhere }, words);
  });
}

function speaker(desk, { author, agent }) {
  const { t } = desk;
  if (author === 'customer') return customerName(desk, desk.open.card);
  if (author === 'bot') return t('bot');
  return (typeof agent === 'string' ? agent : desk.nameOf(agent)) || t('us');
}

/** The buttons that the customer was offered; an agent presses none of them. */
function offered({ t }, { buttons, language }) {
  return h(
    'p',
    { class: 'offered' },
    h('span', { class: 'sr' }, `${t('label', { text: t('offered') })} `),
    buttons.map(({ title }) => [h('span', { lang: language, dir: 'auto' }, title), ' ']),
  );
}
