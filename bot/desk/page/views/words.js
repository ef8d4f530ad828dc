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

/** By itself, with a capital; French writes it with a small letter in a sentence. */
export function languageName({ t }, code) {
  const name = named(t, 'language', code);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

export function languageInSentence({ t }, code) {
  return named(t, 'language', code);
}

export function customerName({ t }, card) {
  return card.name || card.account || `${t('visitor')} ${String(card.id).slice(-4)}`;
}

/** A canned reply's name is in the agent's language, its text in the customer's. */
export function replyName({ t }, { name, title }) {
  return t.has(`reply_${name}`) ? t(`reply_${name}`) : title || name;
}

function named(t, kind, code) {
  if (!code) return '';
  return t.has(`${kind}_${code}`) ? t(`${kind}_${code}`) : String(code);
}
