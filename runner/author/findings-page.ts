import { languages } from '../base/language.ts';
import { findingTexts } from '../language/findings.ts';
import { inLanguage } from '../language/tell.ts';

/** What a finding speaks of, by name: its TypeScript type, as the English texts have it. */
export type ParamTypes = Readonly<Record<string, string>>;

/** Code → what its text speaks of, read from the source of the English texts. Pure. */
export function paramsInSource(source: string): Map<string, ParamTypes> {
  const entries = source.matchAll(/'([a-z-]+\.[a-z-]+)':\s*\(\s*\{[^}]*\}:\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g);
  return new Map([...entries].map(([, code = '', types = '']) => [code, typesOf(types)]));
}

function typesOf(types: string): ParamTypes {
  const fields = types.matchAll(/(\w+): ((?:[^;{}]|\{[^{}]*\})+)/g);
  return Object.fromEntries([...fields].map(([, name = '', type = '']) => [name, type.trim()]));
}

/** Something of each type to speak of; text is its name in angle brackets. Throws a TypeError when a type has no sample. */
export function samplesOf(types: ParamTypes): Record<string, unknown> {
  return Object.fromEntries(Object.entries(types).map(([name, type]) => [name, sampleOf(name, type)]));
}

function sampleOf(name: string, type: string): unknown {
  switch (type) {
    case 'string':
      return `‹${name}›`;
    case 'number':
    case 'number | undefined':
      return 2;
    case 'boolean':
      return true;
    case 'readonly string[]':
      return [`‹${name}›`, '‹…›'];
    case 'readonly { name: string; rows: number }[]':
      return [{ name: `‹${name}›`, rows: 2 }];
    default:
      // One of a few words.
      if (/^'[\w-]+'(?: \| '[\w-]+')*$/.test(type)) return type.split("'")[1];
      throw new TypeError(`no sample of ${type} for ${name}`);
  }
}

/** `docs/findings.md`: every code with what it speaks of, and its sentence in each language. `source`: of the English texts. */
export function findingsPage(source: string): string {
  const params = paramsInSource(source);
  const codes = Object.keys(findingTexts.en).filter(isTold).sort();
  const rows = codes.map(code => {
    const types = params.get(code) ?? {};
    const sentences = languages.map(language => inLanguage({ code, params: samplesOf(types) }, language));
    return `| \`${code}\` | ${Object.keys(types)
      .map(name => `\`${name}\``)
      .join(', ')} | ${sentences.map(inCell).join(' | ')} |`;
  });
  return [
    '# Findings',
    '',
    'What `lab verify --json` and `results.json` call what was found: `code`, and `params` with what it speaks of. A code never changes',
    'its meaning; params are only added. The sentences are made from them, in any language. Made by `npm run docs`.',
    '',
    `| code | params | ${languages.join(' | ')} |`,
    `| --- | --- | ${languages.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
}

/** What is said to authors of challenges is in no report. */
const isTold = (code: string) => !code.startsWith('author.');

const inCell = (text: string) => text.trim().replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
