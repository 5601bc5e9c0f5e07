// PostgreSQL's protocol, as much of it as one statement needs. Our database asks for no password (trust).
import { connect } from 'node:net';

export function query(host, sql) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: 5432 });
    const rows = [];
    let pending = Buffer.alloc(0);
    let problem;
    let isAsked = false;

    socket.setTimeout(2500, () => socket.destroy(new Error('the database takes too long')));
    socket.on('connect', () => socket.write(startup('postgres', 'postgres')));
    socket.on('data', part => {
      pending = Buffer.concat([pending, part]);
      while (pending.length > 4 && pending.length > pending.readInt32BE(1)) {
        const size = pending.readInt32BE(1) + 1;
        message(String.fromCharCode(pending[0]), pending.subarray(5, size));
        pending = pending.subarray(size);
      }
    });
    socket.on('error', reject);
    socket.on('close', () => reject(problem ?? new Error('the database hung up')));

    function message(type, body) {
      if (type === 'E') problem = new Error(body.toString().split('\0').find(field => field.startsWith('M')));
      if (type === 'D') rows.push(body.toString('utf8', 6, 6 + body.readInt32BE(2)));
      if (type !== 'Z') return;
      if (!isAsked) {
        isAsked = true;
        socket.write(packet('Q', `${sql}\0`));
        return;
      }
      if (problem) reject(problem);
      else resolve(rows);
      socket.end(packet('X', ''));
    }
  });
}

function startup(user, database) {
  const text = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(text.length + 8, 0);
  head.writeInt32BE(3 << 16, 4);
  return Buffer.concat([head, text]);
}

function packet(type, text) {
  const body = Buffer.from(text);
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
