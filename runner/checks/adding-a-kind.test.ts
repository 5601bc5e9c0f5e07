import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

/*
 * A kind of check is one folder and one line in the registry. What is forgotten does not compile. See CONTRIBUTING.md.
 */
const checkout = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'estaleiro-kind-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const kind = `
import { say } from '../../language/say.ts';
import { defineCheck } from '../define-check.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    'has-label': { readonly role: string; readonly label: string };
  }
}

export const hasLabel = defineCheck({
  kind: 'has-label',
  about: 'The container of the role carries the label.',
  example: { role: 'server', label: 'team' },
  observes: 'facts',
  judge: ({ role, label }, at) => {
    const isThere = at.player(role).container?.labels[label] !== undefined;
    const said = say('network.expected', { roles: [role, label] });
    return { verdict: isThere ? 'pass' : 'fail', observed: said, expected: said, next: '' };
  },
});
`;

const judging = `
import { networkedContainers } from './challenges/01-networked-containers/challenge.ts';
import { judge } from './runner/verdict/judge.ts';

const [first] = networkedContainers.objectives;
const challenge = {
  ...networkedContainers,
  objectives: [{ ...first, needs: [], check: { kind: 'has-label', role: 'server', label: 'team' } }],
};
const container = { id: 'c', name: 'server', labels: { team: 'red' } };
const evidence = {
  facts: { containers: [container] },
  bindings: [{ role: 'server', container: 'c', name: 'server', how: 'name', clues: [], candidates: [] }],
};
console.log(judge(challenge, evidence).map(({ verdict }) => verdict).join());
`;

const run = promisify(execFile);

async function typeErrors(): Promise<string> {
  const tsc = join(checkout, 'node_modules/.bin/tsc');
  return run(tsc, ['--noEmit'], { cwd: copy }).then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  );
}

test('a kind that is defined and not registered does not compile; one line later it judges', async () => {
  const isCopied = (path: string) => !/\.test\.tsx?$|\/test(\/|$)/.test(path.slice(checkout.length));
  for (const folder of ['runner', 'lab-images', 'challenges', 'package.json', 'tsconfig.json'])
    cpSync(join(checkout, folder), join(copy, folder), { recursive: true, filter: isCopied });
  symlinkSync(join(checkout, 'node_modules'), join(copy, 'node_modules'));

  mkdirSync(join(copy, 'runner/checks/labels'));
  writeFileSync(join(copy, 'runner/checks/labels/has-label.ts'), kind);
  expect(await typeErrors()).toMatch(/^runner\/checks\/registry\.ts.*'has-label'/m);

  const registry = join(copy, 'runner/checks/registry.ts');
  const source = readFileSync(registry, 'utf8');
  writeFileSync(
    registry,
    `import { hasLabel } from './labels/has-label.ts';\n${source.replace(/(= \{\n)/, "$1  'has-label': hasLabel,\n")}`,
  );
  expect(await typeErrors()).toBe('');

  writeFileSync(join(copy, 'judging.ts'), judging);
  const { stdout } = await run(process.execPath, ['judging.ts'], { cwd: copy });
  expect(stdout.trim()).toBe('pass');
});
