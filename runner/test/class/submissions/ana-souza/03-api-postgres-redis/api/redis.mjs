import { connect } from 'node:net';

/** Adds one to a counter, and gives what it is then. */
export function increment(host, key) {
  return new Promise((resolve, reject) => {
    const socket = connect(6379, host, () => socket.write(`INCR ${key}\r\n`));
    socket.setTimeout(2500, () => socket.destroy(new Error('redis takes too long')));
    socket.once('error', reject);
    socket.once('data', answer => {
      socket.end();
      resolve(Number.parseInt(answer.toString().slice(1), 10));
    });
  });
}
