import { fill, h, set, setText } from '../dom.js';
import { elapsed, moment } from '../host/formats.js';
import { answering } from './answering.js';
import { composer } from './composer.js';
import { details } from './details.js';
import { icon } from './icons.js';
import { log } from './log.js';
import { channelName, customerName, languageName } from './words.js';

const NARROW = matchMedia('(max-width: 45rem)');

/** One conversation: who it is, what was said, and, where the agent holds it, what to answer. */
export function conversation(desk, open) {
  const { t } = desk;
  const title = h('h2', { tabindex: '-1', class: 'customer-name' });
  const about = h('p', { class: 'about' });
  const since = h('span', { class: 'since' });
  const words = log(desk, open);
  const answer = composer(desk, open, () => words.toEnd());
  const side = details(desk, open);
  const possible = answering(desk, open, focus);
  const more = h(
    'button',
    {
      class: 'plain more',
      type: 'button',
      'aria-controls': 'details',
      onClick: () => showSide(side.node.dataset.shown !== 'yes'),
    },
    icon('info'),
    h('span', {}, t('details')),
  );
  const state = h('p', { class: 'none', role: 'status' });
  const back = h('a', { class: 'plain back', href: '#', 'aria-label': t('back') }, icon('back'));

  const node = h(
    'div',
    { class: 'conversation' },
    h(
      'div',
      { class: 'talk' },
      h(
        'div',
        { class: 'talk-head' },
        back,
        h('div', { class: 'who-is-it' }, title, about),
        possible.buttons,
        more,
      ),
      state,
      words.node,
      possible.invitation,
      answer.node,
    ),
    side.node,
  );
  showSide(false);
  set(answer.node, { hidden: true });

  function showSide(isShown) {
    set(side.node, { 'data-shown': isShown ? 'yes' : 'no' });
    set(more, { 'aria-expanded': String(isShown) });
    if (isShown) side.focus();
  }

  /** Where an agent goes on: the answer, or the conversation's title. A phone keeps its keyboard in. */
  function focus() {
    if (!answer.node.hidden && !NARROW.matches) answer.focus();
    else title.focus({ preventScroll: true });
  }

  function tick() {
    const { card } = open;
    const at = card?.state === 'held' && moment(card.since);
    setText(since, at ? ` · ${elapsed((desk.now - at.getTime()) / 1000)}` : '');
  }

  function update() {
    const { card } = open;
    setText(state, open.state === 'ready' ? '' : t(`open_${open.state}`));
    set(state, { hidden: open.state === 'ready' });
    if (!card) return;
    setText(title, customerName(desk, card));
    const facts = [languageName(desk, card.language), channelName(desk, card.channel), who(card)];
    const text = facts.filter(Boolean).join(' · ');
    if (about.dataset.text !== text) fill(about, text, since);
    about.dataset.text = text;
    const wasHidden = answer.node.hidden;
    words.update();
    answer.update();
    side.update();
    possible.update();
    desk.look();
    tick();
    // The agent has just got it, and has not gone elsewhere meanwhile.
    if (wasHidden && !answer.node.hidden && node.contains(document.activeElement)) focus();
  }

  function who(card) {
    if (desk.isMine(card)) return t('held_by_you');
    if (card.state === 'held') return t('held_by', { name: desk.holder(card) });
    return t(`state_${card.state}`);
  }

  return {
    node,
    focus,
    update,
    /** @returns {boolean} whether there was something to close first */
    escape() {
      if (side.node.dataset.shown !== 'yes' || !more.offsetParent) return false;
      showSide(false);
      more.focus();
      return true;
    },
    tick,
    act(name) {
      if (name === 'reply') answer.focus();
      else if (name === 'note') {
        showSide(true);
        side.focusNote();
      } else possible.act(name);
    },
  };
}
