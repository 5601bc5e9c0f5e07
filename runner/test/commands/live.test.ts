import { expect, test } from 'vitest';
import { pairedMicroservices as challenge } from '../../../challenges/04-paired-microservices/challenge.ts';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import { watchChallenge } from '../../live/live.ts';
import type { LiveEvent } from '../../live/live-event.ts';
import { takeOutageLock } from '../../probes/outage-lock.ts';
import { verify } from '../../verdict/verify.ts';
import { connect, folderOf } from '../docker/verdicts.ts';

/** Reads what a watch tells until something holds, and gives all that was told until then. */
async function until(watch: AsyncIterator<LiveEvent>, holds: (event: LiveEvent) => boolean): Promise<LiveEvent[]> {
  const told: LiveEvent[] = [];
  for (;;) {
    const { value, done } = await watch.next();
    if (done === true) throw new Error(`ended after ${told.map(({ kind }) => kind).join()}`);
    told.push(value);
    if (holds(value)) return told;
  }
}

const isComplete = (event: LiveEvent) => event.kind === 'report' && event.complete;
const verdictsOf = (event: LiveEvent | undefined) =>
  event?.kind === 'report' ? event.report.objectives.map(({ id, verdict }) => `${id}: ${verdict}`) : [];
const outage = (event: LiveEvent) => verdictsOf(event).find(line => line.startsWith('fails-gracefully'));
const isOutage = (verdict: string) => (event: LiveEvent) =>
  isComplete(event) && outage(event) === `fails-gracefully: ${verdict}`;

test('says what lab verify says; disturbs only when asked, tells nobody of it as a change, and does not forget it', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(`${folderOf(challenge)}/solution/up.sh`);
  await using connected = connect();
  const stop = new AbortController();
  const recheck = new EventTarget();
  const options = { language: 'en', binds: {}, signal: stop.signal } as const;
  const watch = watchChallenge(challenge, connected, { ...options, recheck });
  try {
    const first = (await until(watch, isOutage('unknown'))).at(-1);
    await using other = connect();
    const report = await verify(challenge, other, { ...options, disrupt: false });
    expect(verdictsOf(first)).toEqual(report.objectives.map(({ id, verdict }) => `${id}: ${verdict}`));

    recheck.dispatchEvent(new Event('disrupt'));
    const during = await until(watch, isOutage('pass'));
    expect(during.filter(({ kind }) => kind === 'change')).toEqual([]);
    recheck.dispatchEvent(new Event('recheck'));
    const after = await until(watch, isComplete);
    expect(after.filter(({ kind }) => kind === 'change')).toEqual([]);
    expect(outage(after.at(-1) as LiveEvent)).toBe('fails-gracefully: pass');

    await docker.sh('-c', 'docker restart --time 0 provider');
    await until(watch, isOutage('unknown'));
    // Another lab disturbs: what is seen meanwhile, by a watch or by one look, is nobody's failure.
    const lock = await takeOutageLock(other.engine, [], { signal: stop.signal, deadlineMs: 10_000 });
    await docker.sh('-c', 'docker stop --time 0 provider');
    const waiting = Promise.withResolvers<void>();
    const looking = verify(challenge, other, { ...options, disrupt: false, onWait: waiting.resolve });
    const beside = await until(watch, ({ kind }) => kind === 'waiting');
    await waiting.promise;
    await docker.sh('-c', 'docker start provider');
    await lock?.[Symbol.asyncDispose]();
    expect(verdictsOf({ kind: 'report', report: await looking, complete: true, pending: [] })).toEqual(
      verdictsOf(first),
    );
    beside.push(...(await until(watch, isOutage('unknown'))));
    expect(
      beside
        .filter(isComplete)
        .flatMap(verdictsOf)
        .filter(line => /: (fail|blocked)$/.test(line)),
    ).toEqual([]);

    await docker.sh('-c', 'docker rm --force provider');
    // A report from while it was restarting may still be on its way: what counts comes after the removal was told.
    await until(watch, event => event.kind === 'change' && event.event.action === 'destroy');
    await until(watch, event => isComplete(event) && verdictsOf(event).includes('provider-answers: fail'));
  } finally {
    stop.abort();
    await watch.return(undefined);
  }
  expect(await connected.engine.helperSessions(), 'probes left behind').toEqual([]);
}, 300_000);
