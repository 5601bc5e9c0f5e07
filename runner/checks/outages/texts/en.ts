import { code, seconds } from '../../../base/words.ts';

export const outages = {
  'restart.expected': ({ from, to }: { from: string; to: string }) =>
    `After ${to} restarts, ${from} finds it again without being touched.`,
  'restart.pass': ({ from, to }: { from: string; to: string }) =>
    `${code(to)} restarted after ${code(from)} had started, and ${code(from)} has reached it since.`,
  'restart.not-tried': ({ to, from }: { to: string; from: string }) =>
    `${code(to)} has not been restarted since ${code(from)} started.`,
  'restart.lost': ({ from, to, ms }: { from: string; to: string; ms: number }) =>
    `${code(to)} restarted, and ${code(from)} has not reached it in ${seconds(ms)} of watching.`,
  'callee-outage.expected': ({ from, to, ms }: { from: string; to: string; ms: number }) =>
    `While ${code(to)} is stopped, ${code(from)} answers 5xx within ${seconds(ms)}, goes on running, and works again afterwards.`,
  'callee-outage.pass': ({ from, to, status, ms }: { from: string; to: string; status: number; ms: number }) =>
    `With ${code(to)} stopped, ${code(from)} answered ${status} within ${seconds(ms)}; with ${code(to)} back, it worked again.`,
  'callee-outage.crashed': ({ from, to }: { from: string; to: string }) =>
    `With ${code(to)} stopped, a request made ${code(from)} end.`,
  'callee-outage.hangs': ({ from, to, ms }: { from: string; to: string; ms: number }) =>
    `With ${code(to)} stopped, ${code(from)} did not answer within ${seconds(ms)}.`,
  'callee-outage.only-health': ({ from, to, path, entry }: { from: string; to: string; path: string; entry: string }) =>
    `Without ${code(to)}, ${code(from)} still answers ${code(path)}, as a page about its own health may: no other path was found at which it calls ${code(to)}. Is there one? Write it into ${code('lab.json')} in your folder: ${code(entry)}.`,
  'callee-outage.pretends': ({ from, to, status }: { from: string; to: string; status: number }) =>
    `With ${code(to)} stopped, ${code(from)} answered ${status}, as if nothing were wrong.`,
  'callee-outage.not-back': ({ from, to }: { from: string; to: string }) =>
    `With ${code(to)} back, ${code(from)} still does not answer as before.`,
  'callee-outage.not-tried': ({ to }: { to: string }) =>
    `${code(to)} was not stopped to find out: that is done only if you allow it.`,
  'callee-outage.gone-with-stop': ({ to }: { to: string }) =>
    `${code(to)} runs with ${code('--rm')}: stopped, it would be gone for good.`,
  'database-outage.expected': ({ role }: { role: string }) =>
    `While the database is stopped, ${role} answers 5xx within 10 s; once it is back, all is as before.`,
  'database-outage.pass': ({
    api,
    database,
    status,
    ms,
  }: {
    api: string;
    database: string;
    status: number;
    ms: number;
  }) =>
    `With ${code(database)} stopped, ${code(api)} answered ${status}; ${seconds(ms)} after it was back, all was well again.`,
  'database-outage.not-tried': ({ database }: { database: string }) =>
    `To tell, ${code(database)} has to be stopped for a moment, which takes your consent.`,
  'database-outage.would-be-gone': ({ database }: { database: string }) =>
    `${code(database)} was run with \`--rm\`, so that it would be gone once it is stopped: this was not tried.`,
  'database-outage.ended': ({ api, database }: { api: string; database: string }) =>
    `With ${code(database)} stopped, ${code(api)} ended too.`,
  'database-outage.hangs': ({ api, database }: { api: string; database: string }) =>
    `With ${code(database)} stopped, ${code(api)} did not answer within 10 s: it waits for ever.`,
  'database-outage.silent': ({ api, database, detail }: { api: string; database: string; detail: string }) =>
    `With ${code(database)} stopped, ${code(api)} did not answer: ${detail}.`,
  'database-outage.claims': ({ api, database, status }: { api: string; database: string; status: number }) =>
    `With ${code(database)} stopped, ${code(api)} still answered ${status}, though nothing can have been recorded.`,
  'database-outage.lost': ({ role, database }: { role: string; database: string }) =>
    `${code(database)} was started again, but ${role} did not recover within 15 s.`,
  'service-outage.expected': ({ broken, beside }: { broken: string; beside: string }) =>
    `With ${code(broken)} stopped: 502, 503 or 504 for it within 10 s, and ${code(beside)} as ever; all well once it is back.`,
  'service-outage.pass': ({
    broken,
    path,
    status,
    besidePath,
  }: {
    broken: string;
    path: string;
    status: number;
    besidePath: string;
  }) =>
    `With ${code(broken)} stopped, ${code(path)} gave ${status} and ${code(besidePath)} worked; with it back, both do.`,
  'service-outage.status': ({ broken, path, status }: { broken: string; path: string; status: number }) =>
    `With ${code(broken)} stopped, ${code(path)} gave ${status}.`,
  'service-outage.too-late': ({ broken, path, ms }: { broken: string; path: string; ms: number }) =>
    `With ${code(broken)} stopped, ${code(path)} had no answer within ${seconds(ms)}.`,
  'service-outage.no-answer': ({ broken, path, detail }: { broken: string; path: string; detail: string }) =>
    `With ${code(broken)} stopped, ${code(path)} got no answer from the gateway: ${detail}.`,
  'service-outage.beside': ({ broken, path, status }: { broken: string; path: string; status: number }) =>
    `With ${code(broken)} stopped, ${code(path)} gave ${status} too.`,
  'service-outage.beside-silent': ({ broken, path }: { broken: string; path: string }) =>
    `With ${code(broken)} stopped, ${code(path)} had no answer either.`,
  'service-outage.not-back': ({ broken, path, ms }: { broken: string; path: string; ms: number }) =>
    `${code(broken)} was started again, and ${code(path)} did not work within ${seconds(ms)}.`,
  'service-outage.not-tried': ({ broken }: { broken: string }) =>
    `Stopping ${code(broken)} disturbs it, so it is done only where you allow it.`,
  'service-outage.auto-remove': ({ broken }: { broken: string }) =>
    `${code(broken)} was started with ${code('--rm')}: stopping it would remove it, so that was not tried.`,
};
