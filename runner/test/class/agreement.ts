import type { Verdict } from '../../checks/verdict.ts';

/** How often the lab's verdicts are those of a person, objective by objective. */
export interface Agreement {
  readonly objectives: number;
  readonly agree: number;
  /** Passed, though a person would not have. */
  readonly falsePasses: readonly string[];
  /** Not passed, though a person would have. */
  readonly falseFails: readonly string[];
  /** Could not be told, though a person could. */
  readonly unknown: readonly string[];
  /** Told otherwise in another way: blocked where a person says fail, or the other way round. */
  readonly other: readonly string[];
}

/** One objective as both see it. */
export interface Compared {
  readonly name: string;
  readonly expected: Verdict;
  readonly told: Verdict | undefined;
}

/** Compares the lab's verdicts with a person's. Pure. */
export function agreementOf(compared: readonly Compared[]): Agreement {
  const apart = compared.filter(({ expected, told }) => expected !== told);
  const named = (is: (one: Compared) => boolean) => apart.filter(is).map(({ name }) => name);
  const isUnknown = ({ told }: Compared) => told === undefined || told === 'unknown';
  return {
    objectives: compared.length,
    agree: compared.length - apart.length,
    falsePasses: named(({ told }) => told === 'pass'),
    falseFails: named(one => one.expected === 'pass' && !isUnknown(one)),
    unknown: named(isUnknown),
    other: named(one => one.expected !== 'pass' && one.told !== 'pass' && !isUnknown(one)),
  };
}

/** The same as a table, and the names of what differs below it. Pure. */
export function agreementTable({ objectives, agree, ...apart }: Agreement): string {
  const { falsePasses, falseFails, unknown, other } = apart;
  const share = ((100 * agree) / objectives).toFixed(1);
  return [
    'objectives  agree           false passes  false fails  unknown  other',
    [
      String(objectives).padStart(10),
      `${agree} (${share} %)`.padEnd(14),
      String(falsePasses.length).padStart(12),
      String(falseFails.length).padStart(11),
      String(unknown.length).padStart(7),
      String(other.length).padStart(5),
    ].join('  '),
    ...Object.entries(apart).flatMap(([what, names]) => names.map(name => `${what}: ${name}`)),
  ].join('\n');
}
