import { type Allowed, type Call, container, type Subject, send } from './call.ts';
import { queryNumber } from './query-rules.ts';
import { PolicyRefusal } from './refusal.ts';
import { dropped, flag, integer, list, object, off, text } from './rules.ts';

const consoleSize = dropped(list(integer(0, 65_535), 2));

/** `docker exec`, which is two requests: one makes it, the other runs it. */
export const exec = {
  create: (call: Call): Allowed =>
    send(call, {
      body: object({
        AttachStdin: flag,
        AttachStdout: flag,
        AttachStderr: flag,
        Detach: flag,
        DetachKeys: text(64),
        Tty: flag,
        ConsoleSize: consoleSize,
        Cmd: list(text(32_768), 512),
        Env: list(text(32_768), 512),
        User: text(256),
        WorkingDir: text(),
        Privileged: off('machine', 'docker exec --privileged'),
      }),
      subjects: [container(call)],
      makes: 'exec',
    }),
  start: (call: Call): Allowed =>
    send(call, {
      body: object({ Detach: flag, Tty: flag, ConsoleSize: consoleSize }),
      subjects: [made(call)],
      carries: 'tunnel',
    }),
  inspect: (call: Call): Allowed => send(call, { subjects: [made(call)] }),
  resize: (call: Call): Allowed => send(call, { query: { h: queryNumber, w: queryNumber }, subjects: [made(call)] }),
};

/** The exec that is meant: one that was made through this proxy. */
function made(call: Call): Subject {
  const reference = call.blanks[0] ?? '';
  if (!/^[0-9a-f]{64}$/.test(reference)) throw new PolicyRefusal('value', 'exec', reference);
  return { kind: 'exec', reference, put: 'nowhere' };
}
