/** What the server's codes are called. One that the desk does not know is shown as it is. */

const NAMES = {
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  messenger: 'Messenger',
  telegram: 'Telegram',
  slack: 'Slack',
};

export function channelName({ t }, code) {
  return NAMES[code] ?? named(t, 'channel', code);
}

/** `code` may be a response's name, as "utter_hand_over_complex". */
export function reasonName({ t }, code) {
  return named(t, 'reason', (code ?? '').replace(/^utter_hand_over_?/, '') || (code && 'asked'));
}

export function languageName({ t }, code) {
  return named(t, 'language', code);
}

export function customerName({ t }, card) {
  return card.name || `${t('visitor')} ${String(card.id).slice(-4)}`;
}

function named(t, kind, code) {
  if (!code) return '';
  return t.has(`${kind}_${code}`) ? t(`${kind}_${code}`) : String(code);
}
