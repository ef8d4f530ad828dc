/**
 * `work` that never runs twice at the same time: asked for while it runs, it runs once more after
 * that, so that what it fetched is never older than the last request for it.
 *
 * @param {() => Promise<void>} work
 */
export function single(work) {
  let running = null;
  let again = false;
  return () => {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await work();
      } while (again);
    })().finally(() => {
      running = null;
    });
    return running;
  };
}

/** `work` once, `wait` milliseconds after the first of many requests for it. */
export function gathered(work, wait) {
  let timer = null;
  return () => {
    timer ??= setTimeout(() => {
      timer = null;
      work();
    }, wait);
  };
}
