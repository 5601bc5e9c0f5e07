import { stripVTControlCharacters } from 'node:util';
import { printable } from './intake/printable.ts';

/**
 * A line of a program's output as people can read it, at most `longest` characters of it: without colours and control characters,
 * and, of what the program has written over with carriage returns, what it has left.
 */
export function printableLine(line: string, longest: number): string {
  const plain = stripVTControlCharacters(line).replace(/\r+$/, '');
  return printable(plain.slice(plain.lastIndexOf('\r') + 1).replaceAll('\t', '  '), longest).trimEnd();
}
