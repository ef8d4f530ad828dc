import { h, set } from '../dom.js';
import { allowNotices, canNotify } from '../host/notices.js';
import { recall, remember } from '../host/preferences.js';
import { chime } from '../host/sound.js';

/** How an agent is told of something new. Remembered on this browser. */
export function settings(desk) {
  const { t } = desk;
  const sound = choice(t('sound'), recall('sound', 'on') === 'on', (isOn) => {
    remember('sound', isOn ? 'on' : 'off');
    if (isOn) chime();
  });
  const notices = choice(t('notices'), areNoticesOn(), async (isOn, box) => {
    const allowed = isOn && (await allowNotices());
    if (isOn && !allowed) desk.voice.say(t('notices_denied'));
    set(box, { checked: allowed });
    remember('notices', allowed ? 'on' : 'off');
  });
  return h('div', { class: 'settings' }, sound, canNotify ? notices : null);
}

function areNoticesOn() {
  return canNotify && Notification.permission === 'granted' && recall('notices', 'off') === 'on';
}

export function choice(text, checked, onChange) {
  const box = h('input', { type: 'checkbox', checked, onChange: () => onChange(box.checked, box) });
  return h('label', { class: 'choice' }, box, text);
}
