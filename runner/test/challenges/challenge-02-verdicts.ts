import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { sqliteVolume as challenge } from '../../../challenges/02-sqlite-volume/challenge.ts';
import { scratchPrefix } from '../../engine/labels.ts';
import type { ToldReport } from '../../verdict/told-report.ts';
import { type VerdictOptions, verdicts as verdictsOf } from '../docker/verdicts.ts';

/** All objectives of challenge 2. */
export const every = challenge.objectives.map(({ id }) => id);
/** What a test says when a report is not as it should be. */
export const told = (report: ToldReport) => JSON.stringify(report, undefined, 1);
/** Role → name of who plays it. */
export const boundTo = (report: ToldReport) =>
  Object.fromEntries(report.bindings.map(({ role, name }) => [role, name]));

/** Verifies challenge 2, and sees to it that neither a probe nor a scratch volume is left behind. */
export async function verdicts(options: VerdictOptions = {}): Promise<ToldReport> {
  const report = await verdictsOf(challenge, options);
  const { stdout } = await promisify(execFile)('docker', [
    'volume',
    'ls',
    '--quiet',
    '--filter',
    `name=${scratchPrefix}`,
  ]);
  expect(stdout, 'scratch volumes left behind').toBe('');
  return report;
}
