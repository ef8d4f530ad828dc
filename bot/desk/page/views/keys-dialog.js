import { h } from '../dom.js';
import { recall, remember } from '../host/preferences.js';
import { choice } from './settings.js';
import { dialog } from './dialog.js';

const KEYS = [
  ['j', 'k', 'key_next'],
  ['↓', '↑', 'key_arrows'],
  ['Enter', null, 'key_open'],
  ['c', null, 'key_claim'],
  ['r', null, 'key_reply'],
  ['n', null, 'key_note'],
  ['t', null, 'key_transfer'],
  ['b', null, 'key_hand_back'],
  ['x', null, 'key_close'],
  ['s', null, 'key_search'],
  ['g', null, 'key_tickets'],
  ['Esc', null, 'key_escape'],
  ['/', null, 'key_canned'],
  ['?', null, 'key_help'],
];

/** The shortcuts, and the switch that turns those of a single letter off (WCAG 2.2, 2.1.4). */
export function keysDialog({ t }) {
  return dialog(
    t('keys_title'),
    h(
      'dl',
      { class: 'keys' },
      KEYS.map(([one, other, name]) =>
        h('div', {}, h('dt', {}, key(one), other ? [' ', key(other)] : null), h('dd', {}, t(name))),
      ),
    ),
    choice(t('keys_switch'), areKeysOn(), (isOn) => remember('keys', isOn ? 'on' : 'off')),
    h('form', { method: 'dialog', class: 'actions' }, h('button', { class: 'strong' }, t('done'))),
  );

  function key(name) {
    return h(
      'kbd',
      {},
      name === 'Enter' ? t('enter_key') : name === 'Esc' ? t('escape_key') : name,
    );
  }
}

export function areKeysOn() {
  return recall('keys', 'on') === 'on';
}
