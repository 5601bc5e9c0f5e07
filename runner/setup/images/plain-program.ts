import { stripTypeScriptTypes } from 'node:module';
import { quietly } from '../../base/quietly.ts';
import type { ContextFile } from './inputs.ts';

/**
 * A program of an image as plain JavaScript, `x.mjs` for `x.ts`; other files as they are. Node would take the types out at each
 * start, for which it needs as much time as for all the rest of starting. Pure.
 */
export function plainProgram({ name, content }: ContextFile): ContextFile {
  if (!name.endsWith('.ts')) return { name, content };
  const plain = quietly(() => stripTypeScriptTypes(content.toString()));
  const linked = plain.replaceAll(/((?:from |import\()'\.{1,2}\/[\w/-]+)\.ts'/g, "$1.mjs'");
  return { name: name.replace(/\.ts$/, '.mjs'), content: Buffer.from(linked) };
}
