/** What an agent chose on this browser. Never anything of a customer's. */

const PREFIX = 'prorata-desk-';

/** @param {'locale' | 'sound' | 'notices' | 'keys'} name */
export function recall(name, otherwise) {
  try {
    return localStorage.getItem(PREFIX + name) ?? otherwise;
  } catch {
    return otherwise; // storage is turned off
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // The choice lasts as long as the page.
  }
}
