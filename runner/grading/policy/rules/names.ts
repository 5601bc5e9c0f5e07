import { isIP } from 'node:net';
import { scratchPrefix } from '../../../engine/labels.ts';
import { PolicyRefusal } from './refusal.ts';
import { map, type Rule, text, wrong } from './rules.ts';

const objectName = /^[a-zA-Z0-9][\w.-]{0,127}$/;

/** How the labels begin that are the lab's own. */
const ownLabel = /^estaleiro\./i;

/** The name of a container, network or volume: the engine's own pattern, and none of the lab's names. */
export const name: Rule = (value, at) => {
  const read = text(128, objectName)(value, at);
  if (typeof read === 'string' && read.startsWith(scratchPrefix)) throw new PolicyRefusal('lab-object', read);
  return read;
};

/** Labels of the student's: any but those that mark what is the lab's own. Compose's are let through, and judged elsewhere. */
export const labels: Rule = map(text(2048), {
  most: 64,
  key: label => {
    if (ownLabel.test(label)) throw new PolicyRefusal('lab-label', label);
  },
});

export const hostName: Rule = text(253, /^[a-zA-Z0-9_]([\w.-]*[a-zA-Z0-9_])?$/);

/** A path in a container, from the root on, that does not lie in the kernel's own folders. */
export function containerPath(value: string, at: string): string {
  const parts = value.split('/').filter(part => part !== '' && part !== '.');
  if (
    !value.startsWith('/') ||
    value.includes('\0') ||
    value.length > 4096 ||
    parts.length === 0 ||
    parts.includes('..')
  )
    throw wrong(at, value);
  if (parts[0] === 'proc' || parts[0] === 'sys') throw wrong(at, value);
  return value;
}

export const ipAddress: Rule = (value, at) => {
  if (value === null || value === '') return undefined;
  if (typeof value !== 'string' || isIP(value) === 0) throw wrong(at, value);
  return value;
};
