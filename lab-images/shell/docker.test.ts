import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let notes = '';
beforeEach(() => {
  notes = mkdtempSync(join(tmpdir(), 'estaleiro-shell-'));
});
afterEach(() => rmSync(notes, { recursive: true }));

/** Runs a script with the lab's `docker` first on its PATH, and `client` as the docker command behind it. */
function run(script: string, client: string) {
  const program = (name: string, content: string) => {
    writeFileSync(join(notes, name), content);
    chmodSync(join(notes, name), 0o755);
  };
  program('client', `#!/bin/bash\n${client}\n`);
  program('docker', readFileSync(join(import.meta.dirname, 'docker.sh'), 'utf8'));
  return spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    timeout: 30_000,
    // Of a socket, which is what a pipe of Node's is, bash thinks that it is a remote shell.
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: `${notes}:${process.env.PATH}`,
      BASH_ENV: join(import.meta.dirname, 'trace.sh'),
      LAB_DOCKER: join(notes, 'client'),
      LAB_NOTES: notes,
      LAB_ENDS: join(import.meta.dirname, 'ends.sh'),
      LAB_GRACE_MS: '200',
    },
  });
}

const echo = 'printf "<%s>" "$@"';
/** As `docker run` does with a container that goes on: notes its id, says something, and stays. */
const stays =
  '[ "$1" != inspect ] || exit 0; while [ $# -gt 0 ]; do [ "$1" != --cidfile ] || echo id >"$2"; shift; done; echo said; exec sleep 20';
/** As `docker run` does with a job that takes longer than the grace. */
const job =
  'while [ $# -gt 0 ]; do [ "$1" != --cidfile ] || echo id >"$2"; shift; done; echo begun; sleep 2; echo ended; exit 3';
/** The same of what is not seen to end. */
const serving = job.replace('sleep 2; echo ended; exit 3', 'exec sleep 20');
const left = () => readFileSync(join(notes, 'left'), 'utf8');

test.each([
  ['run -d --name x image', '<run><-d><--name><x><image>'],
  ['run -dit image -it', '<run><-dit><image><-it>'],
  ['run -dp 80:80 image', '<run><-dp><80:80><image>'],
  ['run --detach=true -t image', '<run><--detach=true><-t><image>'],
  ['container run -d image', '<container><run><-d><image>'],
  ['-H unix:///x --debug run -d image', '<-H><unix:///x><--debug><run><-d><image>'],
  ['exec -it name sh -it', '<exec><-i><name><sh><-it>'],
  ['exec -ti -u 0 name sh', '<exec><-i><-u><0><name><sh>'],
  ['exec --interactive --tty name sh', '<exec><--interactive><name><sh>'],
  ['exec -t name sh', '<exec><-t><name><sh>'],
  ['logs name', '<logs><name>'],
  ['logs --tail 5 -t name', '<logs><--tail><5><-t><name>'],
  ['start name', '<start><name>'],
  ['build -t name .', '<build><-t><name><.>'],
  ['build --progress=plain --load -t name .', '<build><-t><name><.>'],
  ['build --progress plain --build-arg A=--load -f x .', '<build><--build-arg><A=--load><-f><x><.>'],
  ['-D buildx build --provenance=false -t name --builder mine .', '<-D><build><-t><name><.>'],
  ['image build .', '<build><.>'],
  ['buildx create --use', ''],
  ['stats --no-stream', '<stats><--no-stream>'],
  ['ps -a', '<ps><-a>'],
  ['', '<>'],
])('docker %s is passed on as it is, but for the terminal', (words, passed) => {
  expect(run(`docker ${words}`, echo).stdout).toBe(passed);
});

test.each([
  ['run -it --rm -e A=b image -it', '-i> <--rm> <-e> <A=b> <image> <-it>'],
  ['run -itp 80:80 image', '-ip> <80:80> <image>'],
  ['run -itp80:80 image', '-ip80:80> <image>'],
  ['run --rm --tty -i image sh -t', '--rm> <-i> <image> <sh> <-t>'],
  ['run --network net image', '--network> <net> <image>'],
])('docker %s in the foreground says which container it is', (words, passed) => {
  const { stdout } = run(`docker ${words}`, 'printf "<%s> " "$@"');
  expect(stdout.replace(/<run> <--cidfile> <[^>]+\.cid> /, '').trim()).toBe(`<${passed}`);
});

test.each([
  'run image',
  'start -a name',
  'start -ai name',
  'logs -f name',
  'logs --follow name',
  'attach name',
  'events',
])('docker %s is left running, and the script goes on', words => {
  const { stdout, status } = run(`docker ${words}; echo after $?`, stays);
  expect(stdout).toBe('said\nafter 0\n');
  expect(status).toBe(0);
  expect(left()).toBe(`docker ${words}\n`);
});

test('neither a pipe nor a substitution waits for what is left running', () => {
  const { stdout } = run('docker logs -f x | cat; echo "[$(docker logs -f x)]"', stays);
  expect(stdout).toBe('said\n[said]\n');
});

test('a container that has yet to be made is waited for', () => {
  const { stdout } = run('docker run image; echo after', `sleep 1; echo pulled; ${stays}`);
  expect(stdout).toBe('pulled\nsaid\nafter\n');
});

test.each([
  'sleep 40',
  'sh -c sleep 12; echo done',
  'npm run migrate',
  'python manage.py migrate',
  'docker-entrypoint.sh psql -h banco -f /semente.sql',
  'node seed.mjs',
  'ping -c 20 servidor',
  'bash -c for i in 1 2 3; do curl -s http://api:3000; sleep 5; done',
])('a job is waited for, with its exit code: %s', command => {
  const client = `case $1 in inspect) echo '${command}' ;; exec) echo '  0: 00000000:1F90 0100007F:0000 01' ;; *) ${job} ;; esac`;
  const { stdout } = run('docker run --rm image; echo "code $?"', client);
  expect(stdout).toBe('begun\nended\ncode 3\n');
});

test.each([
  ['node server.js', ''],
  ['sh -c while true; do curl -s http://api; sleep 2; done', ''],
  ['node cliente.mjs', ''],
  ['npm start', ''],
  ['sleep infinity', ''],
  ['tail -f /dev/null', ''],
  ['python -m http.server 8000', ''],
  ['nginx -g daemon off;', ''],
  ['sh -c npm run seed && node app.js', '   0: 00000000:0BB8 00000000:0000 0A'],
])('what serves or loops is left running: %s', (command, sockets) => {
  const client = `case $1 in inspect) echo '${command}' ;; exec) echo '${sockets}' ;; *) ${serving} ;; esac`;
  const { stdout } = run('docker run --rm image; echo "code $?"', client);
  expect(stdout).toBe('begun\ncode 0\n');
  expect(left()).toBe('docker run --rm image\n');
});

test('docker wait gives the code, however long it takes', () => {
  expect(run('x=$(docker wait job); echo "[$x]"', 'sleep 1; echo 5').stdout).toBe('[5]\n');
});

test('what ends by itself says how it ended, and reads what is piped into it', () => {
  const { stdout } = run('echo in | docker run -i image; echo $?', 'cat; exit 7');
  expect(stdout).toBe('in\n7\n');
});

test.each([
  ['false; exit 3', 'false'],
  ['f() { grep -q x /dev/null; }; f', 'grep -q x /dev/null'],
  ['bash -c "set -e; ls /nowhere; echo on"', 'ls /nowhere'],
  ['docker run image', 'docker run image'],
])('of %s it is noted which command failed', (script, command) => {
  run(script, 'exit 125');
  expect(readFileSync(join(notes, 'failed'), 'utf8').replace(/^\d+ \d+ \d+ /, '')).toBe(`${command}\n`);
});

test('a script goes on where it would have gone on, and is told nothing of it', () => {
  const script = 'false; echo $?; false || echo or; if false; then :; fi; x=$(false); echo "[$x] $?"';
  const { stdout, stderr, status } = run(script, 'true');
  expect({ stdout, stderr, status }).toEqual({ stdout: '1\nor\n[] 1\n', stderr: '', status: 0 });
});

test('sudo runs what it is given, whoever it is for', () => {
  const sudo = join(import.meta.dirname, 'sudo.sh');
  expect(execFileSync('bash', [sudo, '-E', '-u', 'root', 'A=b', 'printenv', 'A'], { encoding: 'utf8' })).toBe('b\n');
});

test.each([
  'docker compose up -d',
  'docker compose -f x.yml --profile a up',
  'docker-compose up',
  'f() { docker-compose -p a run web; }; f',
  'DC="docker compose"; $DC create',
  'bash -c "docker-compose up"',
])('%s is noted, and starts nothing', script => {
  const { status, stdout } = run(script, echo);
  expect(status).not.toBe(0);
  expect(stdout).toBe('');
  expect(readFileSync(join(notes, 'compose'), 'utf8')).toMatch(/^docker compose .*(up|run web|create)( -d)?\n$/);
});

test('what Compose would have taken away is not there, and that is no failure', () => {
  const script = 'set -e; docker compose down -v; docker compose ps || docker compose version || docker run -d x';
  expect(run(script, echo)).toMatchObject({ status: 0, stdout: '<run><-d><x>' });
  expect(existsSync(join(notes, 'compose'))).toBe(false);
  expect(existsSync(join(notes, 'byhand'))).toBe(true);
});

test('a usual program that the shell lacks is noted, and a misspelt one is not', () => {
  const { status } = run('tput bold; dokcer ps; hey web', echo);
  expect(status).toBe(127);
  expect(readFileSync(join(notes, 'missing'), 'utf8')).toMatch(/(^|\n)hey\n$/);
  expect(readFileSync(join(notes, 'missing'), 'utf8')).not.toContain('dokcer');
});

test('another command that there is not is told as ever', () => {
  const { status, stderr } = run('nosuch a', echo);
  expect({ status, stderr }).toEqual({ status: 127, stderr: expect.stringContaining('nosuch: command not found') });
});

test('the names that images are given are noted, whatever becomes of them', () => {
  run(
    'docker build -t a:1 --tag b --tag=c/d -qt e . ; docker buildx build -tf . ; docker tag x g; docker image tag x h',
    'exit 1',
  );
  expect(readFileSync(join(notes, 'named'), 'utf8')).toBe('a:1\nb\nc/d\ne\nf\ng\nh\n');
});

test('a script that asks for BuildKit gets the classic builder', () => {
  expect(run('DOCKER_BUILDKIT=1 docker build .', 'printf %s "$DOCKER_BUILDKIT"').stdout).toBe('0');
});
