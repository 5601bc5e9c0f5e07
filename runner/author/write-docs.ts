import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksPage } from './checks-page.ts';
import { englishFindings } from './english-findings.ts';
import { findingsPage } from './findings-page.ts';

/* `npm run docs`: writes the pages that are made from the sources. */
const root = join(import.meta.dirname, '../..');
writeFileSync(join(root, 'docs/findings.md'), findingsPage(englishFindings(root)));
writeFileSync(join(root, 'docs/checks.md'), checksPage());
