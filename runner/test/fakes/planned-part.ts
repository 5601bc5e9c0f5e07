import type { Listed } from '../../grading/intake/list-folder.ts';
import { partFiles, textsOf } from '../../grading/intake/part-files.ts';
import { type Planned, planPart } from '../../grading/intake/plan/plan-part.ts';
import { challengeNumber } from './class.ts';

/** How a part with these files is brought up; names with an exclamation mark behind them can be executed. */
export function plannedPart(given: Readonly<Record<string, string>>): Planned {
  const entries = Object.entries(given).map(([name, text]) => ({
    path: name.replace(/!$/, ''),
    text,
    executable: name.endsWith('!'),
  }));
  const parents = ({ path }: { readonly path: string }) =>
    path
      .split('/')
      .slice(0, -1)
      .map((_, depth, parts) => parts.slice(0, depth + 1).join('/'));
  const files: Listed[] = [
    ...[...new Set(entries.flatMap(parents))].map(path => ({
      ...{ path, kind: 'folder' as const, size: 0, executable: false },
    })),
    ...entries.map(({ path, text, executable }) => ({ path, kind: 'file' as const, size: text.length, executable })),
  ];
  const texts = new Map(
    textsOf(files).map(path => [path, { text: entries.find(it => it.path === path)?.text ?? '', cut: false }]),
  );
  return planPart(partFiles(files, texts), challengeNumber(1));
}

/** What would be run of such a part, plan by plan, line by line. */
export function scriptsOf(given: Readonly<Record<string, string>>): string[][] {
  const { plan, fallbacks = [] } = plannedPart(given);
  const all = plan.kind === 'script' ? [plan, ...fallbacks.map(it => it.plan)] : [];
  return all.map(({ script }) => script.trimEnd().split('\n'));
}
