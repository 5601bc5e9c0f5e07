import { BlockList, isIPv4 } from 'node:net';
import { PolicyRefusal } from './refusal.ts';
import { type Rule, text } from './rules.ts';

/** RFC 1918. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

/** A range such as `172.28.0.0/24`: private, at most a /16, at least a /29, and apart from `reserved`. */
export function subnet(reserved: readonly string[]): Rule {
  return (value, at) => {
    const given = text(18)(value, at);
    if (given === undefined || given === '') return undefined;
    const range = readRange(String(given));
    if (
      range === undefined ||
      range.bits < 16 ||
      range.bits > 29 ||
      !privateRanges.some(it => contains(it, range.first))
    )
      throw new PolicyRefusal('subnet', String(given));
    if (reserved.some(it => contains(it, range.first) || contains(String(given), readRange(it)?.first ?? '')))
      throw new PolicyRefusal('subnet', String(given));
    return given;
  };
}

/** An address of a private range. */
export const addressIn: Rule = (value, at) => {
  const given = text(15)(value, at);
  if (given === undefined || given === '') return undefined;
  if (!isIPv4(String(given)) || !privateRanges.some(it => contains(it, String(given))))
    throw new PolicyRefusal('subnet', String(given));
  return given;
};

function readRange(range: string): { first: string; bits: number } | undefined {
  const [, first = '', bits = ''] = /^([\d.]+)\/(\d{1,2})$/.exec(range) ?? [];
  return isIPv4(first) && Number(bits) <= 32 ? { first, bits: Number(bits) } : undefined;
}

function contains(range: string, address: string): boolean {
  const read = readRange(range);
  if (read === undefined || !isIPv4(address)) return false;
  const list = new BlockList();
  list.addSubnet(read.first, read.bits);
  return list.check(address);
}
