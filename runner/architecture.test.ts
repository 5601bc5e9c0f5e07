import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/*
 * Imports go one way. Each folder lists what it may import besides itself; types may be imported from ports by anyone.
 * See docs/architecture.md.
 */
const root = join(import.meta.dirname, '..');
const words = ['runner/errors.ts', 'runner/base', 'runner/language'];
const ports = ['runner/engine/engine.ts', 'runner/engine/facts.ts', 'runner/engine/labels.ts'];
/** The verdicts of a run, as data, and how sentences are made of them. */
const verdicts = ['report', 'tell-report', 'told-report'].map(name => `runner/report/${name}.ts`);
const domain = [...words, ...ports, ...verdicts, 'runner/challenge', 'lab-images/probe/protocol.ts'];
/** What is remembered of a learner, without the file that it is kept in. */
const progress = ['progress', 'progress-store', 'learn', 'merge', 'standing'].map(name => `runner/progress/${name}.ts`);
/** What grading hands to its reports: shapes, and nothing that does anything. */
const grades = ['gradebook', 'result', 'told-result', 'ports', 'similarity/similarity'].map(
  name => `runner/grade/${name}.ts`,
);

const allowed: Readonly<Record<string, readonly string[]>> = {
  'runner/challenge': words,
  challenges: ['runner/challenge/definition.ts', 'runner/challenge/with-texts.ts'],
  'runner/engine': words,
  'runner/report': [...domain, ...grades],
  'runner/progress': domain,
  // What is whole for another challenge of the catalogue is no candidate.
  'runner/roles': [...domain, 'runner/experiments/evidence.ts', 'challenges/catalogue.ts'],
  'runner/experiments': [...domain, 'runner/roles', 'lab-images'],
  'runner/verify': [...domain, 'runner/roles', 'runner/experiments'],
  'runner/grade': [
    ...domain,
    ...[
      'runner/verify/verify.ts',
      'runner/verify/disruptive-checks.ts',
      'runner/experiments/read-stated-paths.ts',
      'runner/roles/present-binds.ts',
    ],
    ...['runner/engine', 'runner/report/file-name.ts', 'runner/setup/images/tar-writer.ts', 'lab-images/images.ts'],
  ],
  'runner/author': [...domain, 'runner/verify/verify.ts', 'runner/experiments/evidence.ts'],
  'runner/setup': [...domain, 'runner/engine/address.ts', 'runner/engine/deadline.ts', 'lab-images'],
  // Rows of a shell's screen are lines of the screen's own.
  'runner/shell': ['runner/walkthrough/text'],
  'runner/walkthrough': [
    ...domain,
    ...progress,
    'runner/verify/live-event.ts',
    'runner/verify/disruptive-checks.ts',
    'runner/commands/lab.ts',
    'runner/setup/finding.ts',
    'runner/roles/bind.ts',
  ],
};

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

describe.each(Object.entries(allowed))('%s', (folder, places) => {
  const own = files.filter(({ path }) => isIn(path, folder));

  test('imports only what is below it', () => {
    expect(own).not.toEqual([]);
    const wrong = own.flatMap(file =>
      importsOf(file)
        .filter(({ to }) => /^(runner|challenges|lab-images)\//.test(to))
        .filter(({ to }) => ![folder, ...places].some(place => isIn(to, place)))
        .map(({ to }) => `${file.path} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });
});

test('messages name things by their types, and import nothing that runs', () => {
  const running = files
    .filter(({ path }) => isIn(path, 'runner/language'))
    .flatMap(file => importsOf(file).filter(({ to, type }) => !type && !isIn(to, 'runner/language')));
  expect(running).toEqual([]);
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
  expect(importersOf(/^hono(\/|$)/).every(path => isIn(path, 'runner/report/html'))).toBe(true);
});

test('React, Ink and .tsx are under walkthrough, which is loaded late', () => {
  const outside = (path: string) => !isIn(path, 'runner/walkthrough');
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
  const program = files.filter(({ path }) => path === 'runner/program.ts').flatMap(importsOf);
  const early = program.filter(({ to, late, type }) => isIn(to, 'runner/commands') && !late && !type);
  expect(early).toEqual([]);
});

test("what an engine has stamped is compared with the engine's clock, never with ours", () => {
  // What is remembered between checks, and when a check was made, is told by our own.
  const own = ['memory', 'inspect', 'verify', 'live/live-checks'].map(name => `runner/verify/${name}.ts`);
  const asking = files
    .filter(({ path }) => ['runner/experiments', 'runner/roles', 'runner/verify'].some(place => isIn(path, place)))
    .filter(({ path, source }) => !own.includes(path) && /\bDate\.now\b|\bnew Date\(\)/.test(source));
  expect(asking.map(({ path }) => path)).toEqual([]);
});

test('only main ends the process', () => {
  const elsewhere = files.filter(({ source }) => /\bprocess\.(exit\(|exitCode\s*=)|\bprocess\.abort\(/.test(source));
  expect(elsewhere.map(({ path }) => path)).toEqual([
    'runner/main.ts',
    ...ownPrograms(elsewhere.map(({ path }) => path)),
  ]);
});

/** The probe is a program of its own, that runs in a container. */
function ownPrograms(paths: readonly string[]): string[] {
  return paths.filter(path => isIn(path, 'lab-images'));
}

test('only the edge touches the standard streams and the command line', () => {
  const edge = ['runner/main.ts', 'runner/old-node.ts', 'runner/run.ts', 'runner/wire.ts'];
  // It holds the text of a program that runs in a container.
  const known = ['runner/setup/images/contract.ts'];
  const touching = files
    .filter(({ path }) => ![...edge, ...known].includes(path) && !isIn(path, 'lab-images'))
    .filter(({ source }) => /\bprocess\.(argv|stdout|stderr|stdin)\b/.test(source));
  expect(touching.map(({ path }) => path)).toEqual([]);
});
