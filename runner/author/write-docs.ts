import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsPage } from './findings-page.ts';

/* `npm run docs`: writes the pages that are made from the sources. */
const root = join(import.meta.dirname, '../..');
const folder = join(root, 'runner/language/en/findings');
const source = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
writeFileSync(join(root, 'docs/findings.md'), findingsPage(source.join('\n')));
