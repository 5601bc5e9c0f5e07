import type { Verdict } from '../../checks/verdict.ts';
import type { ObjectiveReport, Report } from '../../verdict/report.ts';
import { verbatim } from './verbatim.ts';

/**
 * A report on the challenge `one` at a moment (milliseconds since 1970): three points for each objective named, two for one
 * named `extra`, which is a bonus.
 */
export function reportWith(verdicts: Readonly<Record<string, Verdict>>, at: number, challenge = 'one'): Report {
  const objectives = Object.entries(verdicts).map(([id, verdict]): ObjectiveReport => {
    const bonus = id === 'extra';
    const texts = { finding: verbatim(''), expected: verbatim(''), next: '' };
    return { id, ...texts, points: bonus ? 2 : 3, bonus, verdict, durationMs: 1 };
  });
  const points = (bonus: boolean, met: boolean) =>
    objectives
      .filter(one => one.bonus === bonus && (!met || one.verdict === 'pass'))
      .reduce((sum, one) => sum + one.points, 0);
  return {
    challenge,
    at: new Date(at).toISOString(),
    engine: { version: '20.10.24', api: '1.41', os: 'linux', arch: 'amd64', source: 'DOCKER_HOST' },
    bindings: [],
    score: { earned: points(false, true), possible: points(false, false), bonus: points(true, true) },
    objectives,
  };
}
