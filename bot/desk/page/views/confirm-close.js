import { h } from '../dom.js';
import { ask } from './dialog.js';
import { customerName } from './words.js';

/** Closing says goodbye to the customer, so it is asked first. */
export function confirmClose(desk, { card }, onYes) {
  const { t } = desk;
  const { close } = ask(
    t('close_question', { name: customerName(desk, card) }),
    h('p', {}, t('close_detail')),
    h(
      'div',
      { class: 'actions' },
      h('button', { class: 'quiet', type: 'button', onClick: () => close() }, t('keep_open')),
      h('button', { class: 'strong', type: 'button', autofocus: true, onClick: yes }, t('close')),
    ),
  );

  function yes() {
    close();
    onYes();
  }
}
