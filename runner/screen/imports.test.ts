import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

/** Which way imports go within the screen: state and effects below, views and ports above. */
const root = import.meta.dirname;
const files = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$|^test\//.test(path))
    .map(path => [path, readFileSync(join(root, path), 'utf8')]),
);

/** What a file imports of the screen, types too. */
function importsOf(path: string): string[] {
  const froms = (files.get(path) ?? '').matchAll(/^(?:import|export)\s[^;]*?from\s+'(\.[^']+)'/gm);
  return [...froms].map(([, from = '']) => relative(root, join(root, dirname(path), from))).filter(to => files.has(to));
}

/** All that a file stands on, in one step or several; without itself, unless it stands on itself. */
function below(path: string): Set<string> {
  const found = new Set<string>();
  const waiting = importsOf(path);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...importsOf(next));
  }
  return found;
}

it('has no circle', () => {
  expect(files.size).toBeGreaterThan(100);
  expect([...files.keys()].filter(path => below(path).has(path))).toEqual([]);
});

it('draws nothing in a reducer: it measures what is laid out, and views draw that', () => {
  // How the screen is divided, and the sign that turns.
  const known = ['views/layout.ts', 'views/spinner.ts'];
  const views = [...below('reducer.ts')].filter(path => /(^|[/-])views?[./]|^components\//.test(path));
  expect(views.sort()).toEqual(known);
});

it('touches no port in a reducer, nor in a hook', () => {
  const edge = /^(ports|runtime)\.ts$|^watch\/watcher\.ts$|\/(run-effects|start-subscription)\.ts$/;
  expect([...below('reducer.ts')].filter(path => edge.test(path))).toEqual([]);
  const hooks = [...files.keys()].filter(path => path.startsWith('hooks/'));
  expect(hooks.flatMap(hook => [...below(hook)].filter(path => edge.test(path)))).toEqual([]);
});

it('suppresses no lint on the dependencies of a hook', () => {
  const suppressing = [...files].filter(([, source]) => /biome-ignore[^\n]*useExhaustiveDependencies/.test(source));
  expect(suppressing.map(([path]) => path)).toEqual([]);
});
