/** Notices of the desktop, for an agent who looks elsewhere. They name a customer, and quote nobody. */

export const canNotify = 'Notification' in globalThis;

/** Asks the agent's browser. @returns {Promise<boolean>} whether notices are allowed */
export async function allowNotices() {
  if (!canNotify) return false;
  return (await Notification.requestPermission()) === 'granted';
}

export function notify(title, body, tag, onClick) {
  if (!canNotify || Notification.permission !== 'granted' || document.hasFocus()) return;
  try {
    const notice = new Notification(title, { body, tag });
    notice.addEventListener('click', () => {
      window.focus();
      notice.close();
      onClick();
    });
  } catch {
    // Some phones' browsers have the constructor and forbid it.
  }
}
