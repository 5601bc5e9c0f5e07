import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sqliteVolume as challenge } from '../../../challenges/02-sqlite-volume/challenge.ts';
import type { Language } from '../../base/language.ts';
import type { ContainerFacts } from '../../engine/facts.ts';
import type { RecreatedRun, VolumeEvidence } from '../../probes/evidence/volume-evidence.ts';
import { judgedIn } from '../../test/fakes/judged-in.ts';
import type { Evidence } from '../evidence.ts';

/** Recorded from a real engine by `test/docker/challenge-02.test.ts`. */
const folder = join(import.meta.dirname, '../../test/fixtures/evidence-02');
const names = readdirSync(folder).map(file => file.replace('.json', ''));
const recorded = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Evidence;

function judged(evidence: Evidence, objective: string, language: Language = 'en') {
  const found = judgedIn(challenge, evidence, language).find(({ id }) => id === objective);
  if (found === undefined) throw new TypeError(`challenge 2 has no objective ${objective}`);
  return found;
}

/** The same evidence with the writer's container changed. */
function withWriter(evidence: Evidence, change: Partial<ContainerFacts>): Evidence {
  const id = evidence.bindings.find(({ role }) => role === 'writer')?.container;
  const containers = evidence.facts.containers.map(it => (it.id === id ? { ...it, ...change } : it));
  return { ...evidence, facts: { ...evidence.facts, containers } };
}

function withVolume(evidence: Evidence, change: Partial<VolumeEvidence>): Evidence {
  const volume = evidence.volumes?.volume;
  if (volume === undefined) throw new TypeError('this run has no volume to change');
  return { ...evidence, volumes: { volume: { ...volume, ...change } } };
}

/** The same evidence with every run on the copy changed. */
function withRuns(evidence: Evidence, change: Partial<RecreatedRun>, commandKnown = true): Evidence {
  const recreation = evidence.recreations?.['writer>volume'];
  if (recreation === undefined) throw new TypeError('this run has no recreation to change');
  const runs = recreation.runs.map(run => ({ ...run, ...change }));
  return { ...evidence, recreations: { 'writer>volume': { ...recreation, commandKnown, runs } } };
}

describe('from recorded evidence', () => {
  test.each(challenge.sabotage)('$folder fails $fails and nothing else', ({ folder: name, fails }) => {
    const verdicts = judgedIn(challenge, recorded(name), 'en');
    expect(verdicts.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)).toEqual(fails);
    expect(verdicts.filter(({ verdict }) => verdict === 'unknown')).toEqual([]);
  });

  test.each(['solution', 'one-shot', 'wal-subfolder', 'reader', 'on-request', 'entrypoint-counter'])(
    '%s passes',
    name => {
      expect(judgedIn(challenge, recorded(name), 'en').filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    },
  );

  test.each(names)('%s: every verdict tells its four parts in both languages, and one line to go on', name => {
    const [english, portuguese] = (['en', 'pt-BR'] as const).map(language =>
      judgedIn(challenge, recorded(name), language),
    );
    for (const [index, verdict] of (english ?? []).entries()) {
      const other = portuguese?.[index];
      expect(other).toMatchObject({ verdict: verdict.verdict, next: verdict.next });
      for (const part of ['observed', 'expected', 'why'] as const) expect(other?.[part]).not.toBe(verdict[part]);
      if (verdict.verdict !== 'pass') expect(verdict.next).toMatch(/^(docker|lab|curl) [^\n]+$/);
    }
  });
});

describe('named-volume', () => {
  test('says which kind of mount there is instead, by its name', () => {
    expect(judged(recorded('bind-mount'), 'named-volume').observed).toContain('/tmp/estaleiro-bind-mount');
    expect(judged(recorded('anonymous-volume'), 'named-volume').observed).toMatch(/`[0-9a-f]{12}…`/);
    expect(judged(recorded('no-volume'), 'named-volume').observed).toContain('mounts no volume');
  });

  test('a volume that is there is mounted next, before another is created', () => {
    expect(judged(recorded('bind-mount'), 'named-volume').next).toBe('docker volume create app-data');
    const next = judged(recorded('unused-volume'), 'named-volume').next;
    expect(next).toContain('--volume app-data:/data');
    expect(next).not.toContain('/tmp/');
  });

  test('a volume that nobody was seen to use is not enough', () => {
    const evidence = recorded('unused-volume');
    const bindings = evidence.bindings.map(it => (it.role === 'writer' ? { ...it, container: undefined } : it));
    const alone = { ...evidence, bindings, past: [], facts: { ...evidence.facts, containers: [] } };
    expect(judged(alone, 'named-volume')).toMatchObject({ verdict: 'fail', next: 'docker build --tag writer writer' });
  });
});

describe('database-in-volume', () => {
  test('says what is there instead, and where the program wrote', () => {
    expect(judged(recorded('text-file'), 'database-in-volume').observed).toContain('`app.db`');
    const elsewhere = judged(recorded('database-elsewhere'), 'database-in-volume');
    expect(elsewhere.observed).toContain('`/tmp/app.db`');
    expect(elsewhere.next).toContain('--volume dados:/tmp');
  });

  test('a volume is not mounted over the program itself', () => {
    const evidence = withVolume(withWriter(recorded('database-elsewhere'), { workingDirectory: '/app' }), {
      outside: ['/app/app.db'],
    });
    expect(judged(evidence, 'database-in-volume').next).not.toContain(':/app');
  });

  test('a volume that could not be looked into, or copied, is nobody’s fault', () => {
    const { volumes: _, ...blind } = recorded('solution');
    const evidence = { ...blind, faults: { volume: 'no space left' } };
    expect(judged(evidence, 'database-in-volume')).toMatchObject({ verdict: 'unknown', next: 'lab verify 2' });
    expect(judged(evidence, 'survives-recreation').verdict).toBe('unknown');
    expect(judged(recorded('too-big'), 'database-in-volume').observed).toContain('629 MB');
  });
});

describe('survives-recreation', () => {
  test('says how many rows of which table were gone', () => {
    expect(judged(recorded('drops-table'), 'survives-recreation').observed).toContain('3 of 3 rows of table `visits`');
  });

  test('quotes what the program said when it ended', () => {
    expect(judged(recorded('second-start-fails'), 'survives-recreation').observed).toContain('already exists');
  });

  test('a program that ended in the same way before is not at fault', () => {
    const evidence = withRuns(withWriter(recorded('solution'), { state: 'exited', exitCode: 3 }), { exitCode: 3 });
    expect(judged(evidence, 'survives-recreation').verdict).toBe('pass');
    const other = withRuns(withWriter(recorded('solution'), { state: 'exited', exitCode: 0 }), { exitCode: 3 });
    expect(judged(other, 'survives-recreation').verdict).toBe('fail');
  });

  test('missing its network, as the copy has none, tells nothing', () => {
    const said = ['Error: getaddrinfo EAI_AGAIN api'];
    const evidence = withRuns(recorded('solution'), { exitCode: 1, said });
    expect(judged(evidence, 'survives-recreation')).toMatchObject({ verdict: 'unknown' });
  });

  test('an image that did nothing on the copy may have been started in another way', () => {
    const evidence = withRuns(recorded('one-shot'), { exitCode: 0, wrote: false }, false);
    const { verdict, next } = judged(evidence, 'survives-recreation');
    expect(verdict).toBe('unknown');
    expect(next).toBe('docker run --name writer --volume dados:/dados contador');
  });

  test('where several could be the writer, asks which', () => {
    expect(judged(recorded('two-writers'), 'survives-recreation')).toMatchObject({
      verdict: 'unknown',
      next: 'lab verify 2 --bind writer=arara',
    });
  });
});

test('no-compose: what Compose made is known by its volume, too, where the container is gone', () => {
  const evidence = recorded('one-shot');
  const labels = { 'com.docker.compose.project': 'loja' };
  const volumes = evidence.facts.volumes.map(volume => ({ ...volume, labels }));
  const found = judged({ ...evidence, facts: { ...evidence.facts, volumes } }, 'no-compose');
  expect(found).toMatchObject({ verdict: 'fail' });
  expect(found.observed).toContain('loja');
  const past = evidence.past?.map(container => ({ ...container, labels })) ?? [];
  expect(judged({ ...evidence, past }, 'no-compose').verdict).toBe('fail');
});

test('integrity: what is damaged is kept, and a new volume takes its place', () => {
  const { observed, next } = judged(recorded('damaged'), 'integrity');
  expect(observed).toContain('never used');
  expect(next).toContain('--volume app-data:/data');
});

test('not-root: what root wrote changes hands first', () => {
  const { next } = judged(recorded('as-root'), 'not-root');
  expect(next).toMatch(
    /chown lab\/node:26-dev -R 65532:65532 \/data && docker rm --force gravador && docker run .*--user 65532:65532/,
  );
});

describe('a server’s files', () => {
  const foreign = [{ volume: 'pgdados', software: 'PostgreSQL' }];
  const withForeign = (evidence: Evidence): Evidence => ({
    ...evidence,
    bindings: evidence.bindings.map(it => (it.role === 'volume' ? { ...it, foreign } : it)),
  });

  test('in a volume are told of where no other volume was found', () => {
    const { observed } = judged(withForeign(recorded('nothing')), 'named-volume');
    expect(observed).toContain(
      'The volume `pgdados` holds PostgreSQL’s files: this challenge asks for a SQLite database',
    );
    expect(judged(recorded('nothing'), 'named-volume').observed).not.toContain('PostgreSQL');
  });

  test('are told beside a writer that mounts no volume', () => {
    const { verdict, observed } = judged(withForeign(recorded('no-volume')), 'named-volume');
    expect(verdict).toBe('fail');
    expect(observed).toMatch(/mounts no volume.*`pgdados` holds PostgreSQL/);
  });

  test('in the writer’s volume are told by the server’s name', () => {
    const sample = [
      { path: 'aria_log_control', bytes: 52 },
      { path: 'ibdata1', bytes: 9_000_000 },
    ];
    const other = recorded('text-file');
    const found = other.volumes?.volume;
    if (found === undefined) throw new TypeError('this run has no volume');
    const { verdict, observed } = judged(
      withVolume(other, { listing: { ...found.listing, sample } }),
      'database-in-volume',
    );
    expect(verdict).toBe('fail');
    expect(observed).toContain('holds MariaDB’s files, not a SQLite database');
  });
});
