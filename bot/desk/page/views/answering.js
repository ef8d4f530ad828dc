import { h, set, setText } from '../dom.js';
import { confirmClose } from './confirm-close.js';
import { icon } from './icons.js';
import { transferTo } from './transfer.js';

/**
 * What an agent can do about who answers: `buttons` for the head, `invitation` where the composer
 * will be.
 */
export function answering(desk, open, then) {
  const { t } = desk;
  const { id } = open;
  let isBusy = false;

  const deeds = {
    claim: () => desk.claim(id),
    transfer: () => transferTo(desk, open),
    hand_back: () => tell(desk.handBack(id), 'handed_back'),
    close: () => confirmClose(desk, open, () => tell(desk.close(id), 'closed_now')),
  };
  const transfer = button('transfer', 'transfer');
  const handBack = button('hand_back', 'bot');
  const close = button('close', 'check');
  const claim = h('button', { class: 'strong', type: 'button', onClick: () => act('claim') });
  const words = h('p', {});
  const invitation = h('div', { class: 'invitation' }, words, claim);

  function button(name, image) {
    const onClick = () => act(name);
    return h(
      'button',
      { class: 'quiet', type: 'button', onClick },
      icon(image),
      h('span', {}, t(name)),
    );
  }

  async function tell(change, what) {
    if (await change) desk.voice.say(t(what));
    then();
  }

  function isPossible(name) {
    const { card } = open;
    if (!card || open.state !== 'ready') return false;
    if (name === 'claim') return card.state === 'waiting' || card.state === 'bot';
    if (name === 'close') return card.state === 'waiting' || desk.isMine(card);
    return desk.isMine(card);
  }

  async function act(name) {
    if (isBusy || !isPossible(name)) return;
    isBusy = true;
    try {
      await deeds[name]();
    } finally {
      isBusy = false;
    }
  }

  return {
    buttons: h('div', { class: 'deeds' }, transfer, handBack, close),
    invitation,
    act,
    update() {
      set(transfer, { hidden: !isPossible('transfer') });
      set(handBack, { hidden: !isPossible('hand_back') });
      set(close, { hidden: !isPossible('close') });
      set(claim, { hidden: !isPossible('claim') });
      const { card } = open;
      set(invitation, { hidden: desk.isMine(card) || open.state !== 'ready' });
      setText(claim, t(card.state === 'bot' ? 'step_in' : 'claim'));
      const text = card.state === 'held' ? 'invite_held' : `invite_${card.state}`;
      setText(words, t(text, { name: desk.holder(card) }));
    },
  };
}
