/** The browser's storage where there is one: it may be blocked, full, or hold what is not ours. */

/** @param {() => Storage} open throws where storage is blocked */
export function storageOf(open, key) {
  let kept = {};
  let raw = null;
  return {
    read() {
      try {
        const found = open().getItem(key);
        if (found === raw) return kept;
        const stored = JSON.parse((raw = found) ?? '{}');
        kept = stored && typeof stored === 'object' ? stored : {};
      } catch {
        // Blocked: what this page remembers is all there is.
      }
      return kept;
    },
    /** @param {object} changes merged over what is there, which another tab may have written */
    write(changes) {
      kept = { ...this.read(), ...changes };
      try {
        open().setItem(key, JSON.stringify(kept));
      } catch {
        // As above.
      }
    },
  };
}
