/** Loads the transport, again and again where the network is not there. */

const FIRST = 1000;
const LONGEST = 5000;

/** @param {() => void} failed called at each failure */
export async function loadTransport(failed) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await import(addressOf(tries));
    } catch {
      failed();
      await pause(Math.min(FIRST * 2 ** tries, LONGEST));
    }
  }
}

function addressOf(tries) {
  const url = new URL(__TRANSPORT__, import.meta.url);
  // A browser remembers a module that failed to load by its address.
  if (tries) url.searchParams.set('again', tries);
  return url.href;
}

/** Ends early when the browser says that it is online again. */
function pause(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    }
    addEventListener('online', done);
  });
}
