import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderTable } from '../../app/table.ts';

/*
 * Challenge 3, side by side and in turns: `lab up 3` until every objective passes, beside Docker Compose and the plain
 * script; and `lab verify 3` beside a script that asks the same by hand. Needs an engine on which nothing has the names of
 * the reference solution, and for the first part Docker Compose (Debian's `docker-compose` from sid will do).
 */
const root = join(import.meta.dirname, '../../..');
const lab = join(root, 'runner/lab');
const solution = join(root, 'challenges/03-api-postgres-redis/solution/up.sh');
const rounds = 5;

interface Contender {
  readonly name: string;
  run(): void;
  remove(): void;
}

function must(command: string, ...words: string[]): void {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}: ${stdout}${stderr}`);
}

/** Until it succeeds; each attempt takes its own time, so none of them is waited between. */
function until(command: string, ...words: string[]): void {
  for (let attempts = 0; attempts < 20; attempts++)
    if (spawnSync(command, words, { stdio: 'ignore' }).status === 0) return;
  throw new Error(`${command} ${words.join(' ')} never succeeded`);
}

const removePlain = () => {
  spawnSync('docker', ['rm', '--force', 'api', 'postgres', 'redis'], { stdio: 'ignore' });
  spawnSync('docker', ['volume', 'rm', 'pg-data'], { stdio: 'ignore' });
  spawnSync('docker', ['network', 'rm', 'visits-net'], { stdio: 'ignore' });
};

const down = () => must(lab, 'down', '3');

function upAndVerified(): void {
  must(lab, 'up', '3');
  until(lab, 'verify', '3');
}

/** Debian sid's package unpacked, where the machine has no Compose of its own. */
function findCompose(folder: string): string | undefined {
  if (spawnSync('docker', ['compose', 'version'], { stdio: 'ignore' }).status === 0) return 'docker compose';
  const script = `
    cd ${folder} && mkdir -p lists/partial cache/archives/partial
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(COMPONENT)' 'Created-By: Packages' | sed -n 's/ main$//p' | grep -v security | head -n 1)
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror sid main" > sources.list
    apt="apt-get -qq -o Dir::Etc::sourcelist=${folder}/sources.list -o Dir::Etc::sourceparts=- -o Dir::State::lists=${folder}/lists -o Dir::Cache=${folder}/cache"
    $apt update && $apt download docker-compose && dpkg -x docker-compose_*.deb .`;
  spawnSync('sh', ['-c', script], { stdio: 'ignore' });
  const plugin = join(folder, 'usr/libexec/docker/cli-plugins/docker-compose');
  return spawnSync(plugin, ['version'], { stdio: 'ignore' }).status === 0 ? plugin : undefined;
}

/** Prints how long each contender takes, and as ratios of the first. */
function race(title: string, contenders: readonly Contender[]): void {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { run, remove }] of contenders.entries()) {
      const began = performance.now();
      try {
        run();
        times[index]?.push(performance.now() - began);
      } finally {
        remove();
      }
    }
  }
  const medians = times.map(each => each.toSorted((one, other) => one - other)[Math.floor(each.length / 2)] ?? 0);
  process.stdout.write(`${title} (median of ${rounds}, in turns)\n`);
  const rows = contenders.map(({ name }, index) => [
    name,
    (medians[index] ?? 0).toFixed(0),
    ((medians[0] ?? 0) / (medians[index] ?? 1)).toFixed(2),
  ]);
  process.stdout.write(`${renderTable([['', 'ms', 'the first as a multiple of it'], ...rows])}\n`);
}

/** The two races of challenge 3. */
export function benchUp(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'lab-bench-'));
  try {
    // Images and build caches are there for all of them alike.
    must(lab, 'up', '3');
    down();
    const compose = findCompose(folder);
    const composed = (...words: string[]) =>
      must('sh', '-c', `${compose} --file ${join(import.meta.dirname, 'compose.yaml')} ${words.join(' ')}`);
    race('Challenge 3 up, until all of it works', [
      { name: 'lab up 3, lab verify 3', run: upAndVerified, remove: down },
      { name: 'lab up 3', run: () => must(lab, 'up', '3'), remove: down },
      ...(compose === undefined
        ? []
        : [
            {
              name: 'compose up --wait',
              run: () => composed('up', '--detach', '--wait'),
              remove: () => composed('down', '--volumes'),
            },
          ]),
      { name: 'solution/up.sh', run: () => must('sh', solution), remove: removePlain },
    ]);
    must('sh', solution);
    until(lab, 'verify', '3');
    race('Asking whether challenge 3 is solved', [
      { name: 'lab verify 3', run: () => must(lab, 'verify', '3'), remove: () => {} },
      { name: 'by hand: verify-3.sh', run: () => must(join(import.meta.dirname, 'verify-3.sh')), remove: () => {} },
    ]);
  } finally {
    removePlain();
    rmSync(folder, { recursive: true, force: true });
  }
  return true;
}
