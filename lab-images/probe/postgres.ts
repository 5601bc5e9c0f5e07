import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { errorOf, int32, type Message, message, rowOf, startMessage, takeMessages, text } from './postgres-messages.ts';
import type { SqlOutcome, SqlTarget } from './protocol.ts';
import { Scram } from './scram.ts';

/** What is asked here changes nothing, whoever the user is. */
const options = '-c default_transaction_read_only=on -c statement_timeout=3000';

/**
 * Runs statements, one after the other, over a connection of its own to a PostgreSQL, and gives the rows of each. Never
 * rejects: what went wrong is an outcome too, with PostgreSQL's own code where it has one.
 */
export function askPostgres(target: SqlTarget): Promise<SqlOutcome> {
  const { promise, resolve } = Promise.withResolvers<SqlOutcome>();
  const { address, port, timeoutMs } = target;
  const socket = connect({ host: address, port });
  const settle = (outcome: SqlOutcome) => {
    resolve(outcome);
    clearTimeout(timer);
    socket.destroy();
  };
  const fail = (detail: string, code = '') => settle({ ok: false, code, detail });
  const timer = setTimeout(() => fail(`no answer within ${timeoutMs / 1_000} s`), timeoutMs);
  const session = new Session(target, socket, settle);
  let bytes: Buffer = Buffer.alloc(0);
  socket.on('connect', () => session.start());
  socket.on('error', error => fail(error.message));
  socket.on('close', () => fail('the connection was closed'));
  socket.on('data', (chunk: Buffer) => {
    const { messages, rest } = takeMessages(Buffer.concat([bytes, chunk]));
    bytes = rest;
    try {
      for (const received of messages) session.receive(received);
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  });
  return promise;
}

/** One connection, from the start-up message to the last row. */
class Session {
  readonly #target: SqlTarget;
  readonly #socket: Socket;
  readonly #settle: (outcome: SqlOutcome) => void;
  readonly #scram: Scram;
  readonly #results: (string | null)[][][] = [];
  #rows: (string | null)[][] = [];

  constructor(target: SqlTarget, socket: Socket, settle: (outcome: SqlOutcome) => void) {
    this.#target = target;
    this.#socket = socket;
    this.#settle = settle;
    this.#scram = new Scram(target.password ?? '');
  }

  start(): void {
    const { user, database } = this.#target;
    const parameters = { user, database, application_name: 'estaleiro', client_encoding: 'UTF8', options };
    this.#socket.write(startMessage(parameters));
  }

  receive({ type, body }: Message): void {
    switch (type) {
      case 'R':
        this.#authenticate(body);
        return;
      case 'D':
        this.#rows.push(rowOf(body));
        return;
      case 'C':
        this.#results.push(this.#rows);
        this.#rows = [];
        return;
      case 'E':
        this.#settle({ ok: false, ...errorOf(body) });
        return;
      // Ready for the next statement.
      case 'Z': {
        const statement = this.#target.statements[this.#results.length];
        if (statement === undefined) this.#settle({ ok: true, results: this.#results });
        else this.#socket.write(message('Q', text(statement)));
        return;
      }
    }
  }

  #authenticate(body: Buffer): void {
    const { user, password = '' } = this.#target;
    const rest = body.subarray(4);
    switch (body.readInt32BE(0)) {
      case 3:
        this.#socket.write(message('p', text(password)));
        return;
      case 5: {
        const inner = md5(`${password}${user}`);
        this.#socket.write(message('p', text(`md5${md5(Buffer.concat([Buffer.from(inner), rest]))}`)));
        return;
      }
      case 10: {
        const first = Buffer.from(this.#scram.first);
        this.#socket.write(message('p', text('SCRAM-SHA-256'), int32(first.length), first));
        return;
      }
      case 11:
        this.#socket.write(message('p', Buffer.from(this.#scram.final(rest.toString('utf8')))));
        return;
    }
  }
}

const md5 = (value: string | Buffer) => createHash('md5').update(value).digest('hex');
