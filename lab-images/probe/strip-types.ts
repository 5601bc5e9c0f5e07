import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, join } from 'node:path';

/*
 * Run while the image is built: every program of this folder as plain JavaScript, into a folder that is there. Node would strip the
 * types at each start, for which it takes more time than for all the rest of starting.
 */
const [, , from = '.', to = '.'] = process.argv;
for (const file of readdirSync(from).filter(name => name.endsWith('.ts'))) {
  const plain = stripTypeScriptTypes(readFileSync(join(from, file), 'utf8'));
  const linked = plain.replaceAll(/((?:from |import\()'\.\/[\w-]+)\.ts'/g, "$1.mjs'");
  writeFileSync(join(to, `${basename(file, '.ts')}.mjs`), linked);
}
