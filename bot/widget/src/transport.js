/** The lazily loaded half: Socket.IO, which nobody needs before a first word is said. */
import { io } from 'socket.io-client';

/** @param {string} server an address, whose path becomes the prefix of /socket.io/ */
export function connect(server) {
  const { origin, pathname } = new URL(server);
  return io(origin, {
    path: `${pathname.replace(/\/$/, '')}/socket.io/`,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 1000,
    reconnectionDelayMax: 5000,
    randomizationFactor: 0.5,
    timeout: 10_000,
    forceNew: true,
  });
}
