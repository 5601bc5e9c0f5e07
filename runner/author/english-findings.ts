import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The source of the English texts of all findings in a checkout: what every subject says, and what is said of any. */
export function englishFindings(root: string): string {
  const subjects = join(root, 'runner/checks');
  const texts = readdirSync(subjects, { recursive: true, encoding: 'utf8' }).filter(path =>
    path.endsWith('texts/en.ts'),
  );
  const shared = join(root, 'runner/language/en/findings');
  const files = [...texts.map(path => join(subjects, path)), ...readdirSync(shared).map(name => join(shared, name))];
  return files
    .sort()
    .map(path => readFileSync(path, 'utf8'))
    .join('\n');
}
