import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../../challenges/catalogue.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { isDisruptive } from '../../checks/disruptive-checks.ts';
import type { Gradebook, StudentGrade } from '../../gradebook/gradebook.ts';
import type { ToldPart } from '../../gradebook/told-result.ts';
import { agreementOf, agreementTable } from '../class/agreement.ts';
import { archives } from '../class/archives.ts';
import { type Expected, manners, writeManners } from '../class/manners.ts';

/*
 * A class as it might be handed in: by people who never saw the lab's names, in several manners, right and wrong, broken and
 * hostile. What is expected of each stands beside it.
 */
const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const material = join(root, 'runner/test/class');
/** All wrong solutions of the catalogue, and everybody graded three times: an hour's work, for the asking. */
const everything = process.env.LAB_TEST_CLASS === 'all';
const longestMs = everything ? 7_200_000 : 1_500_000;

/** Wrong solutions out of the catalogue, where not all of them are asked for. */
const sabotages: Readonly<Record<number, readonly string[]>> = {
  1: ['by-ip'],
  2: ['starts-over'],
  3: ['only-redis'],
  4: ['hard-coded'],
  5: ['always-200'],
};

const chosen = catalogue.flatMap(challenge =>
  challenge.sabotage
    .filter(({ folder }) => everything || sabotages[challenge.number]?.includes(folder))
    .map(sabotage => ({ challenge, sabotage, id: `${challenge.number}-${sabotage.folder}` })),
);

let folder = '';
let book: Gradebook;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'estaleiro-class-'));
  const place = join(folder, 'class');
  cpSync(join(material, 'submissions'), place, { recursive: true });
  addSabotages(place);
  await archives(place);
  await writeManners(place);
  addClutter(join(place, 'cluttered/desafio-1'));
  addOutOfReach(join(place, 'out-of-reach/d1'));
  addModern(join(place, 'modern/d1'));
  book = await grade('--jobs', '4');
}, longestMs);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function grade(...more: string[]): Promise<Gradebook> {
  const words = ['grade', 'class', '--json', '--settle', '12', '--timeout', '45', ...more];
  const env = { ...process.env, LAB_GRADE_REGISTRY: 'none', LC_ALL: 'C' };
  const done = await run(join(root, 'runner/lab'), words, { cwd: folder, env, maxBuffer: 2 ** 28 }).catch(
    (error: { code?: number; stdout: string; stderr: string }) => {
      // 3: something could not be told, which is for the table below to say.
      if (error.code === 3) return error;
      throw error;
    },
  );
  return JSON.parse(done.stdout);
}

/** Wrong solutions: what their challenge says of them is what the grades have to say. */
function addSabotages(place: string): void {
  for (const { challenge, sabotage, id } of chosen) {
    const home = join(place, id, `challenge_${challenge.number}`);
    for (const part of ['starter', 'solution', `sabotage/${sabotage.folder}`]) {
      cpSync(join(root, 'challenges', challenge.id, part), join(home, part), { recursive: true });
    }
    const instructions = { challenge: challenge.id, run: `bash sabotage/${sabotage.folder}/up.sh` };
    writeFileSync(join(home, 'lab.json'), JSON.stringify(instructions));
  }
}

const solution = join(root, 'challenges/01-networked-containers/solution');

/** Right, with all that should not have been handed in: packages, a database's folder that only its user may read. */
function addClutter(home: string): void {
  cpSync(solution, home, { recursive: true });
  for (let number = 0; number < 300; number++) {
    mkdirSync(join(home, `server/node_modules/package-${number}`), { recursive: true });
    writeFileSync(join(home, `server/node_modules/package-${number}/index.js`), `module.exports = ${number};\n`);
  }
  mkdirSync(join(home, 'pgdata/base/1'), { recursive: true, mode: 0o700 });
  writeFileSync(join(home, 'pgdata/PG_VERSION'), '17\n', { mode: 0o600 });
  writeFileSync(join(home, 'pgdata/base/1/1255'), Buffer.alloc(8192), { mode: 0o600 });
}

/** Stands on an image of a registry that nobody can reach. The name is one that never is anybody's (RFC 2606). */
function addOutOfReach(home: string): void {
  cpSync(solution, home, { recursive: true });
  writeFileSync(join(home, 'server/Dockerfile'), 'FROM registry.invalid/node:26\nCOPY server.ts ./\n');
}

/** Right, in the manner of `docker init`: what only BuildKit can read, and a frontend that would have to be pulled. */
function addModern(home: string): void {
  cpSync(solution, home, { recursive: true });
  for (const part of ['server', 'client']) {
    const dockerfile = `# syntax=docker/dockerfile:1
FROM lab/node:26-dev AS build
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json --mount=type=cache,target=/tmp/npm,uid=65532,gid=65532 \\
    npm install --omit=dev --no-save --no-package-lock --no-audit --no-fund --cache /tmp/npm
COPY --chmod=644 package.json ${part}.ts ./
RUN <<END
set -e
node --check ${part}.ts
END
FROM lab/node:26
WORKDIR /app
COPY --from=build --link /app ./
ENTRYPOINT ["node", "${part}.ts"]
`;
    writeFileSync(join(home, part, 'Dockerfile'), dockerfile);
  }
}

const expectedOf = (id: string): Readonly<Record<string, Expected>> =>
  JSON.parse(readFileSync(join(material, 'expected', `${id}.json`), 'utf8'));

function studentOf(id: string): StudentGrade {
  const found = book.students.find(student => student.id === id);
  if (found === undefined) throw new Error(`there is no grade for ${id}`);
  return found;
}

function partOf(id: string, challenge: string): ToldPart {
  const found = studentOf(id).result.works.find(part => part.challenge === challenge);
  if (found === undefined) throw new Error(`there is no result of ${id} for ${challenge}`);
  return found;
}

const verdictsOf = ({ objectives }: ToldPart) => Object.fromEntries(objectives.map(({ id, verdict }) => [id, verdict]));

/** What an instructor would read of it, for whoever has to find out what went wrong. */
const storyOf = ({ reason, refusals, objectives, script }: ToldPart) =>
  JSON.stringify(
    { reason, refusals, open: objectives.filter(({ verdict }) => verdict !== 'pass'), script },
    undefined,
    1,
  );

/** Whose verdicts a person has written down. */
const judged: readonly { readonly id: string; readonly expected: Readonly<Record<string, Expected>> }[] = [
  ...readdirSync(join(material, 'expected'))
    .map(file => file.replace(/\.json$/, ''))
    .map(id => ({ id, expected: expectedOf(id) })),
  ...manners,
];

test('they agree with a person in 97 of 100 objectives, and pass none that a person fails', () => {
  const compared = judged.flatMap(({ id, expected }) =>
    Object.entries(expected).flatMap(([challenge, { objectives }]) => {
      const told = book.students.some(student => student.id === id) ? verdictsOf(partOf(id, challenge)) : {};
      return Object.entries(objectives).map(([objective, verdict]) => ({
        ...{ name: `${id} ${challenge} ${objective}`, expected: verdict, told: told[objective] },
      }));
    }),
  );
  const agreement = agreementOf(compared);
  process.stdout.write(`${agreementTable(agreement)}\n`);
  expect(agreement.falsePasses).toEqual([]);
  expect(agreement.agree / agreement.objectives).toBeGreaterThanOrEqual(0.97);
});

describe.each(judged)('$id', ({ id, expected }) => {
  test.each(Object.entries(expected))('%s', (challenge, { outcome, objectives }) => {
    const part = partOf(id, challenge);
    expect({ outcome: part.outcome, objectives: verdictsOf(part) }, storyOf(part)).toEqual({ outcome, objectives });
  });
});

test('there are 45 submissions at least, and each is graded', () => {
  expect(book.students.length).toBeGreaterThanOrEqual(45);
  // A download of Canvas has two files of one student.
  const all = readdirSync(join(folder, 'class')).length;
  expect(all - book.students.length).toBe(1);
});

/** What only an outage tells. A sandbox's are tried whoever plays what, where the lab would not stop what is not named for sure. */
const outagesOf = ({ objectives }: Challenge) =>
  objectives.filter(({ check }) => isDisruptive(check)).map(({ id }) => id);

test.each(chosen)('$id fails what its challenge says, and nothing else', ({ id, challenge, sabotage }) => {
  const part = partOf(id, challenge.id);
  const failed = part.objectives.flatMap(({ id, verdict }) => (verdict === 'fail' ? [id] : []));
  // Some do wrong what no sandbox lets anybody do.
  if (part.outcome === 'refused') return expect(part.refusals).not.toEqual([]);
  const more = outagesOf(challenge).filter(id => !sabotage.fails.includes(id));
  const told = failed.filter(id => !more.includes(id));
  expect(told.sort(), storyOf(part)).toEqual([...sabotage.fails].sort());
});

test.each(['climber', 'linker', 'device', 'bomb', 'garbage'])('%s is refused by name, and not run', id => {
  const { result } = studentOf(id);
  expect(result.works.map(({ outcome }) => outcome)).toEqual(catalogue.map(() => 'not-submitted'));
  expect(result.remarks).not.toEqual([]);
});

test('what should not have been handed in does no harm', () => {
  expect(partOf('cluttered', '01-networked-containers').score).toEqual({ earned: 20, possible: 20, bonus: 2 });
});

test('Dockerfiles that only BuildKit can read are built', () => {
  const part = partOf('modern', '01-networked-containers');
  expect(part.score, storyOf(part)).toEqual({ earned: 20, possible: 20, bonus: 2 });
});

test('a registry that cannot be reached is nobody’s failure, and is told apart', () => {
  const part = partOf('out-of-reach', '01-networked-containers');
  expect(part, storyOf(part)).toMatchObject({ outcome: 'unknown', attempts: 2 });
  expect(part.objectives.some(({ verdict }) => verdict === 'fail')).toBe(false);
  expect(studentOf('out-of-reach').needsAttention).toBe(true);
});

test.each(['ana-1-as-zip', 'ana-1-as-tgz', 'ana-1-as-tar'])('%s earns what its folder earns', id => {
  expect(partOf(id, '01-networked-containers').score).toEqual({ earned: 20, possible: 20, bonus: 2 });
  expect(studentOf(id).final).toBe(studentOf('ana-1').final);
});

/** The grades of those who are told apart by nothing but when they were graded. */
const gradesOf = (ids: readonly string[]) =>
  ids.map(id => ({ id, works: studentOf(id).works, final: studentOf(id).final }));

const again = everything ? ['4', '1'] : ['1'];

test.each(again)('graded anew, %s at once, they end as they did', { timeout: longestMs }, async jobs => {
  const ids = everything ? book.students.map(({ id }) => id) : ['ana-1', '1-by-ip', 'climber'];
  const before = gradesOf(ids);
  book = await grade('--jobs', jobs, '--rerun', ...ids.flatMap(id => ['--only', id]));
  expect(gradesOf(ids)).toEqual(before);
});

test('nothing of all that is left on the engine, and no hostile archive has written beside its place', async () => {
  for (const purpose of ['sandbox', 'shell', 'cache']) {
    const filter = `label=estaleiro.purpose=${purpose}`;
    expect((await run('docker', ['ps', '--all', '--quiet', '--filter', filter])).stdout).toBe('');
    expect((await run('docker', ['network', 'ls', '--quiet', '--filter', filter])).stdout).toBe('');
  }
  expect(existsSync(join(folder, 'evil'))).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(['class', 'class-grades']);
});
