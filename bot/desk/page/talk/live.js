/** What the server tells by itself: Socket.IO on the namespace /desk, with the session's cookie. */
import { io } from '../socket.io.js';

/**
 * @param {URL} root `…/desk/`, whose path before that is the prefix of /socket.io/
 * @param {{changed: Function, entry: Function, typing: Function, connection: (state: string) => void}} on
 * @returns {() => void} ends it
 */
export function goLive(root, on) {
  const socket = io(`${root.origin}/desk`, {
    path: new URL('../socket.io/', root).pathname,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 1000,
    reconnectionDelayMax: 10_000,
    timeout: 10_000,
    forceNew: true,
  });
  let ended = false;
  const again = (after) => setTimeout(() => ended || socket.connect(), after);
  socket.on('connect', () => on.connection('online'));
  socket.on('disconnect', (reason) => {
    on.connection('offline');
    // Socket.IO does not try again by itself what the server has ended or refused.
    if (reason === 'io server disconnect') again(2000);
  });
  socket.on('connect_error', () => {
    on.connection('offline');
    if (!socket.active) again(5000);
  });
  socket.on('changed', () => on.changed());
  socket.on('entry', (message) => on.entry(message));
  socket.on('typing', (message) => on.typing(message));
  return () => {
    ended = true;
    socket.off();
    socket.disconnect();
  };
}
