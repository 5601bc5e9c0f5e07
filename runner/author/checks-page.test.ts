import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDefinitions } from '../checks/registry.ts';
import { checksPage } from './checks-page.ts';

const page = checksPage();

test('docs/checks.md is made from the registry: npm run docs', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/checks.md'), 'utf8')).toBe(page);
});

describe.each([...checkDefinitions.values()])('$kind', ({ kind, about, example }) => {
  test('says in one sentence or two what is true where it passes', () => {
    expect(about).toMatch(/^[\p{Lu}`].*\.$/u);
    for (const name of Object.keys(example)) expect(page).toContain(name);
  });

  test('has an example on the page', () => {
    expect(page).toContain(`check: { kind: '${kind}', `);
  });
});
