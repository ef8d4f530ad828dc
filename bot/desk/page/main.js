/** Starts the desk: its language, who is signed in, and what they see. */
import { negotiate } from './host/locale.js';
import { recall, remember } from './host/preferences.js';
import { prepareSound } from './host/sound.js';
import { loadTexts } from './host/texts.js';
import { Api } from './talk/api.js';
import { Desk } from './talk/desk.js';
import { Session } from './talk/session.js';
import { frame } from './views/frame.js';
import { showTitle } from './views/title.js';
import { signIn } from './views/sign-in.js';
import { voice } from './views/voice.js';

const ROOT = new URL('.', import.meta.url);
const place = document.getElementById('desk');

const desk = new Desk(new Api(ROOT), voice());
const session = new Session(desk, ROOT);

async function speak(locale) {
  desk.t = await loadTexts(ROOT, locale);
  desk.locale = locale;
  desk.api.locale = locale;
  document.documentElement.lang = locale;
}

const actions = {
  signIn: (login, password) => session.signIn(login, password),
  signOut: () => session.signOut(),
  async choose(locale) {
    try {
      await speak(locale);
    } catch {
      desk.voice.say(desk.t('no_answer'));
      return;
    }
    remember('locale', locale);
    desk.catchUp();
    desk.changed();
  },
};

let shown = '';
let view = null;

/** Another language, or another agent: another page. Everything else is an update. */
function show() {
  const wanted = `${desk.locale} ${desk.agent?.id ?? ''}`;
  if (wanted !== shown) {
    shown = wanted;
    view = desk.agent ? frame(desk, actions) : signIn(desk, actions);
    place.replaceChildren(view.node);
    view.shown?.();
  }
  view.update();
  showTitle(desk);
}

async function start() {
  const asked = new URLSearchParams(location.search).get('locale');
  await speak(negotiate([asked, recall('locale'), ...navigator.languages]));
  prepareSound();
  await session.resume();
  desk.listen(show);
  show();
  window.addEventListener('hashchange', () => desk.agent && desk.visit(location.hash));
  document.addEventListener('visibilitychange', () => desk.changed());
  window.addEventListener('beforeunload', (event) => {
    if (desk.outbox.hasUnsent) event.preventDefault();
  });
  setInterval(() => desk.agent && view.tick?.(), 1000);
}

start().catch(() => {
  document.getElementById('trouble').hidden = false;
});
