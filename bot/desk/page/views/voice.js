import { setText } from '../dom.js';

const LASTS = 6000;

/** What is said in passing: to everybody, or only to those who listen to the page. */
export function voice() {
  const toast = document.getElementById('toast');
  const announcement = document.getElementById('announce');
  let timer = null;
  return {
    say(text) {
      clearTimeout(timer);
      toast.hidden = false;
      setText(toast, text);
      timer = setTimeout(() => {
        toast.hidden = true;
        setText(toast, '');
      }, LASTS);
    },
    announce(text) {
      announcement.textContent = '';
      // The same words twice are two announcements.
      setTimeout(() => setText(announcement, text), 50);
    },
  };
}
