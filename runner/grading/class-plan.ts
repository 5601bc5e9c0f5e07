import type { Language } from '../base/language.ts';
import type { Message } from '../base/message.ts';
import type { Challenge } from '../challenge/definition.ts';
import { inLanguage } from '../language/tell.ts';
import type { ClassPlan } from './plan-schema.ts';
import type { NotTaken, Part, Submission } from './submission.ts';

/** How these submissions would be graded, in the words of a language. Pure. */
export function classPlan(
  submissions: readonly Submission[],
  challenges: readonly Challenge[],
  language: Language,
  notTaken: readonly NotTaken[] = [],
): ClassPlan {
  const told = (messages: readonly Message[]) => messages.map(it => inLanguage(it, language));
  const partOf = ({ challenge, path, plan, fallbacks = [], notTaken = [], remarks }: Part) => ({
    challenge,
    path,
    outcome: plan.kind === 'script' ? null : plan.kind === 'none' ? ('no-instructions' as const) : plan.kind,
    plans: [...(plan.kind === 'script' ? [plan] : []), ...fallbacks.map(it => it.plan)].map(({ file, script }) => ({
      from: file,
      script,
    })),
    notTaken: notTaken.map(({ path: file, reason }) => ({ path: file, reason: inLanguage(reason, language) })),
    remarks: [...told(remarks), ...(plan.kind === 'none' ? told([plan.because]) : [])],
  });
  return {
    schema: 'lab.plan/1',
    language,
    students: submissions.map(({ id, source, sources = [source], parts, remarks, ...by }) => ({
      ...{ id, name: by.name ?? '', canvasId: by.canvasId ?? '', moodleId: by.moodleId ?? '' },
      ...{ late: by.late ?? null, sources: [...sources] },
      parts: parts.filter(part => challenges.some(it => it.id === part.challenge)).map(partOf),
      remarks: told(remarks),
    })),
    notTaken: [
      ...notTaken.map(({ path, reason }) => ({ path, reason: inLanguage(reason, language) })),
      ...submissions.flatMap(({ source, unreadable }) =>
        unreadable === undefined ? [] : [{ path: source, reason: inLanguage(unreadable, language) }],
      ),
    ],
  };
}
