import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/*
 * Imports go one way: a room imports those before it in this list, never one after it; types count as well. What is in no
 * room (`main.ts`, `wire.ts` and what stands beside them) puts the rooms together. See docs/architecture.md.
 */
const rooms = [
  'runner/base',
  'lab-images',
  'runner/language',
  'runner/format',
  'runner/compose',
  'runner/challenge',
  'challenges',
  'runner/engine',
  'runner/probes',
  'runner/roles',
  'runner/checks',
  'runner/verdict',
  'runner/live',
  'runner/progress',
  'runner/gradebook',
  'runner/grading',
  'runner/setup',
  'runner/author',
  'runner/shell',
  'runner/terminal',
  'runner/app',
  'runner/screen',
  'runner/cli',
  'runner/wiring',
];

const root = join(import.meta.dirname, '..');
const files = ['runner', 'challenges', 'lab-images']
  .flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(it => join(folder, it)))
  .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/test\//.test(path))
  .filter(path => !/^challenges\/[^/]+\/(starter|solution|sabotage)\//.test(path))
  .map(path => ({ path, source: readFileSync(join(root, path), 'utf8') }));

/** What a file imports: paths in the checkout, or names of packages. `late` for dynamic imports. */
function importsOf({ path, source }: { path: string; source: string }): { to: string; late: boolean; type: boolean }[] {
  const pattern = /^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...source.matchAll(pattern)].map(([, type, from, bare, late]) => {
    const to = from ?? bare ?? late ?? '';
    const local = to.startsWith('.') ? relative(root, join(root, dirname(path), to)) : to;
    return { to: local, late: late !== undefined, type: type !== undefined };
  });
}

const isIn = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

/** The sentences of a check's subject stand beside it, and are texts like all others: below everything. */
const isText = (path: string) => /^runner\/checks\/[^/]+\/texts\//.test(path);
const roomOf = (path: string) => rooms.findIndex(room => isIn(isText(path) ? 'runner/language' : path, room));
const isOurs = (path: string) => /^(runner|challenges|lab-images)\/.*\.tsx?$/.test(path);

describe.each(rooms.map((room, place) => ({ room, place })))('$room', ({ place }) => {
  test('imports only what is before it', () => {
    const own = files.filter(({ path }) => roomOf(path) === place);
    expect(own).not.toEqual([]);
    const wrong = own.flatMap(file =>
      importsOf(file)
        .filter(({ to }) => isOurs(to) && (roomOf(to) === -1 || roomOf(to) > place))
        .map(({ to }) => `${file.path} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });
});

test('no file stands on itself, in one step or several', () => {
  const imports = new Map(files.map(file => [file.path, importsOf(file).map(({ to }) => to)]));
  const below = (path: string) => {
    const found = new Set<string>();
    const waiting = [...(imports.get(path) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(...(imports.get(next) ?? []));
    }
    return found;
  };
  expect([...imports.keys()].filter(path => below(path).has(path))).toEqual([]);
});

test('no folder is too full to find something in, and none has the name of a file beside it', () => {
  const folders = Map.groupBy(files, ({ path }) => dirname(path));
  expect([...folders].filter(([, own]) => own.length > 25).map(([folder]) => folder)).toEqual([]);
  expect(files.map(({ path }) => path.replace(/\.tsx?$/, '')).filter(path => folders.has(path))).toEqual([]);
});

test('docs/architecture.md names them in this order', () => {
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const named = [...page.matchAll(/^\| `([a-z-]+)\/` /gm)].map(([, name]) => name);
  expect(named).toEqual(rooms.map(room => room.replace('runner/', '')));
});

test('every folder is one of these rooms', () => {
  const inNone = files.filter(({ path }) => roomOf(path) === -1 && dirname(path) !== 'runner');
  expect(inNone.map(({ path }) => path)).toEqual([]);
});

test('the texts in every language import nothing that runs', () => {
  const running = files
    .filter(({ path }) => roomOf(path) === rooms.indexOf('runner/language'))
    .flatMap(file => importsOf(file).filter(({ to, type }) => !type && roomOf(to) > rooms.indexOf('runner/language')));
  expect(running).toEqual([]);
});

test('what the screen shows is made without its adapters', () => {
  const wrong = files
    .filter(({ path }) => isIn(path, 'runner/screen') && !isIn(path, 'runner/screen/adapters'))
    .flatMap(file => importsOf(file).filter(({ to }) => isIn(to, 'runner/screen/adapters')));
  expect(wrong).toEqual([]);
});

test('adapters are made where all is put together, and nowhere else', () => {
  const adapters = [
    'engine/dockerode',
    'engine/journal.ts',
    'grading/policy/policy-thread.ts',
    'grading/queue/file-store.ts',
    'grading/sandbox/make-sandboxes.ts',
    'progress/file-progress.ts',
    'shell/pty-shell.ts',
    'terminal/hold-terminal.ts',
  ].map(it => `runner/${it}`);
  const ownRoom = (path: string, to: string) => roomOf(path) === roomOf(to);
  const wrong = files
    .filter(({ path }) => path !== 'runner/wire.ts' && !isIn(path, 'runner/wiring'))
    .flatMap(file =>
      importsOf(file)
        .filter(({ to, type }) => !type && adapters.some(adapter => isIn(to, adapter)) && !ownRoom(file.path, to))
        .map(({ to }) => `${file.path} imports ${to}`),
    );
  expect(wrong).toEqual([]);
});

test('what judges knows no adapter', () => {
  const judging = ['challenge', 'probes', 'roles', 'checks', 'verdict', 'live', 'gradebook'].map(it => `runner/${it}`);
  const wrong = files
    .filter(({ path }) => judging.some(room => isIn(path, room)))
    .flatMap(file => importsOf(file).filter(({ to }) => isIn(to, 'runner/engine/dockerode')));
  expect(wrong).toEqual([]);
});

function importersOf(packages: RegExp): string[] {
  return files.filter(file => importsOf(file).some(({ to }) => packages.test(to))).map(({ path }) => path);
}

test('dockerode is known to its adapter only', () => {
  expect(importersOf(/^dockerode$/).every(path => isIn(path, 'runner/engine'))).toBe(true);
  expect(importersOf(/^dockerode$/)).not.toContain('runner/engine/engine.ts');
});

test('a terminal of its own is known to its adapter only, and loaded late', () => {
  const terminal = /^@(lydell\/node-pty|xterm\/headless)$/;
  expect(importersOf(terminal).every(path => isIn(path, 'runner/shell'))).toBe(true);
  const early = files.flatMap(importsOf).filter(({ to, late, type }) => terminal.test(to) && !late && !type);
  expect(early).toEqual([]);
});

test('the maker of HTML is known to what makes pages only', () => {
  expect(importersOf(/^hono(\/|$)/)).not.toEqual([]);
  expect(importersOf(/^hono(\/|$)/).every(path => isIn(path, 'runner/gradebook/html'))).toBe(true);
});

test('React, Ink and .tsx are under screen, which is loaded late', () => {
  const outside = (path: string) => !isIn(path, 'runner/screen');
  expect(importersOf(/^(ink|react)(\/|$)/).filter(outside)).toEqual([]);
  expect(files.map(({ path }) => path).filter(path => path.endsWith('.tsx') && outside(path))).toEqual([]);
  const early = files
    .filter(({ path }) => outside(path))
    .flatMap(file => importsOf(file).filter(({ to, late, type }) => to.endsWith('.tsx') && !late && !type));
  expect(early).toEqual([]);
});

test('what is slow to import, and seldom needed, is loaded late', () => {
  const early = files.flatMap(file =>
    importsOf(file)
      .filter(({ to, late, type }) => /^(undici|rolldown)$/.test(to) && !late && !type)
      .map(({ to }) => `${file.path} imports ${to}`),
  );
  expect(early).toEqual([]);
});

test('commands are loaded when their verb is used', () => {
  const program = files.filter(({ path }) => path === 'runner/cli/program.ts').flatMap(importsOf);
  const early = program.filter(
    ({ to, late, type }) =>
      isIn(to, 'runner/cli') && !/^runner\/cli\/(parse|texts)\/|\/add-[a-z]+\.ts$/.test(to) && !late && !type,
  );
  expect(early).toEqual([]);
});

test("what an engine has stamped is compared with the engine's clock, never with ours", () => {
  // What is remembered between checks, and when a check was made, is told by our own.
  const own = ['probes/memory', 'verdict/inspect', 'verdict/verify', 'live/live-checks'].map(
    name => `runner/${name}.ts`,
  );
  const asking = files
    .filter(({ path }) =>
      ['probes', 'roles', 'checks', 'verdict', 'live'].map(it => `runner/${it}`).some(place => isIn(path, place)),
    )
    .filter(({ path, source }) => !own.includes(path) && /\bDate\.now\b|\bnew Date\(\)/.test(source));
  expect(asking.map(({ path }) => path)).toEqual([]);
});

test('only main ends the process, and what makes the bundle', () => {
  const elsewhere = files.filter(({ source }) => /\bprocess\.(exit\(|exitCode\s*=)|\bprocess\.abort\(/.test(source));
  const paths = elsewhere.map(({ path }) => path);
  expect(paths.toSorted()).toEqual(['runner/main.ts', 'runner/bundle.ts', ...ownPrograms(paths)].toSorted());
});

/** The probe is a program of its own, that runs in a container, and so are those of which a new challenge is made. */
function ownPrograms(paths: readonly string[]): string[] {
  return paths.filter(path => isIn(path, 'lab-images') || isIn(path, 'runner/author/skeleton/program-files.ts'));
}

test('only the edge touches the standard streams and the command line', () => {
  const edge = ['runner/main.ts', 'runner/bundle.ts', 'runner/old-node.ts', 'runner/run.ts', 'runner/wire.ts'];
  // It holds the text of a program that runs in a container.
  const known = ['runner/setup/images/contract.ts'];
  const touching = files
    .filter(({ path }) => ![...edge, ...known].includes(path) && !isIn(path, 'lab-images'))
    .filter(({ source }) => /\bprocess\.(argv|stdout|stderr|stdin)\b/.test(source));
  expect(touching.map(({ path }) => path)).toEqual([]);
});
