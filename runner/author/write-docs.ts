import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksPage } from './checks-page.ts';
import { englishFindings } from './english-findings.ts';
import { findingsPage } from './findings-page.ts';
import { formats } from './formats.ts';
import { jsonSchemaOf, schemaFile } from './json-schema.ts';

/* `npm run docs`: writes the pages that are made from the sources. */
const root = join(import.meta.dirname, '../..');
writeFileSync(join(root, 'docs/findings.md'), findingsPage(englishFindings(root)));
writeFileSync(join(root, 'docs/checks.md'), checksPage());
for (const format of formats) writeFileSync(join(root, 'docs/schemas', schemaFile(format)), jsonSchemaOf(format));
