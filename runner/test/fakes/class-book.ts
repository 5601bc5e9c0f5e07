import type { Language } from '../../base/language.ts';
import type { Message } from '../../base/message.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { Verdict } from '../../checks/verdict.ts';
import type { Gradebook, PartGrade, StudentGrade } from '../../gradebook/gradebook.ts';
import { allFailed, allUnknown, onlyCompose } from '../../gradebook/not-run.ts';
import type { Outcome, PartResult, ScriptRun } from '../../gradebook/result.ts';
import { tellSubmission } from '../../gradebook/tell-submission.ts';
import { say } from '../../language/say.ts';
import { type ObjectiveReport, scoreOf } from '../../verdict/report.ts';
import { fiveChallenges } from './five-challenges.ts';
import { verbatim } from './verbatim.ts';

/** Names that try to be more than names: markup, commands of a terminal, formulas, endless, turned around. */
export const hostileNames = [
  '<script>window.__pwned = 1</script>',
  '"><img src=x onerror="window.__pwned = 1">',
  '</script><svg onload=window.__pwned=1>',
  "=cmd|' /C calc'!A0",
  '# heading [link](javascript:window.__pwned=1) `code` | cell',
  'evil\u001b[31m\u202Egnp.exe\u0000',
  `${'A'.repeat(3_000)}`,
  "'onmouseover=window.__pwned=1 x='",
];

const given = [
  'Ana',
  'Bruno',
  'Camila',
  'Davi',
  'Eduarda',
  'Felipe',
  'Gabriela',
  'Heitor',
  'Isabela',
  'João',
  'Karina',
];
const family = ['Araújo', 'Barbosa', 'Conceição', 'Duarte', 'Esteves', 'Ferreira', 'Gonçalves', 'Hipólito', 'Lima'];

const script: ScriptRun = {
  exitCode: 0,
  endedBy: 'itself',
  failingCommand: '',
  lastLines: ['Step 4/4 : CMD ["node", "server.js"]', 'Successfully tagged server:latest'],
  leftRunning: [],
  durationMs: 12_400,
};

/** What becomes of a part in a class that was made up: its outcome, and of how many objectives in a hundred it is not met. */
interface Fate {
  readonly outcome: Outcome;
  readonly missed: number;
}

/** A made-up class of so many students with all five challenges: the same class each time. */
export function classBook(size: number, language: Language = 'en', names: readonly string[] = []): Gradebook {
  const random = sequence(7);
  return {
    schema: 'lab.grades/2',
    at: '2026-11-21T08:00:00.000Z',
    language,
    grader: '0.1.0',
    title: language === 'en' ? 'Containers, autumn term' : 'Contêineres, segundo semestre',
    canvasAssignment: '',
    remarks:
      language === 'en'
        ? ['The roster names `turma-a_999`, who handed nothing in.']
        : ['A lista traz `turma-a_999`, de quem não há entrega.'],
    challenges: fiveChallenges.map(({ id, number, title, objectives }) => ({
      id,
      number,
      title: title[language],
      possible: 20,
      bonusCap: 2,
      objectives: objectives.map(objective => ({
        id: objective.id,
        title: objective.title[language],
        points: objective.points,
        bonus: objective.bonus ?? false,
      })),
    })),
    students: Array.from({ length: size }, (_, index) => studentOf(index, language, names[index], random)),
  };
}

function studentOf(index: number, language: Language, hostile: string | undefined, random: () => number): StudentGrade {
  const name =
    hostile ??
    `${given[index % given.length]} ${family[Math.floor(index / given.length) % family.length]}${index >= 99 ? ` ${Math.floor(index / 99) + 1}` : ''}`;
  const id = hostile ?? `turma-a_${String(index + 1).padStart(3, '0')}`;
  const skill = random();
  const parts = fiveChallenges.map((challenge, at) =>
    partOf(challenge, fateOf(index, at, skill, random), language, random, hostile),
  );
  const grades = parts.map(gradeOf);
  const earned = round(grades.reduce((sum, { earned, bonus }) => sum + earned + bonus, 0));
  const late = index % 13 === 5;
  const final = late ? round(earned * 0.9) : earned;
  return {
    id,
    identity: { name, email: '', canvasId: '', sisUserId: '', sisLoginId: '', section: '', moodleId: '' },
    works: grades,
    earned,
    possible: 100,
    penalty: late
      ? { points: round(earned - final), reason: language === 'en' ? 'one day, 10 %.' : 'um dia, 10 %.' }
      : { points: 0, reason: '' },
    ...(index === 3 ? { override: 77.5 } : {}),
    comment:
      index === 3
        ? language === 'en'
          ? 'Shown in class: well explained.\nThe log was lost.'
          : 'Mostrado em aula: bem explicado.'
        : '',
    final: index === 3 ? 77.5 : final,
    needsAttention: parts.some(
      ({ outcome, objectives }) => outcome === 'unknown' || objectives.some(({ verdict }) => verdict === 'unknown'),
    ),
    result: tellSubmission(
      {
        schema: 'lab.submission/2',
        id,
        source: `${id}.zip`,
        works: parts,
        remarks:
          index % 9 === 4
            ? [
                verbatim(
                  language === 'en'
                    ? 'The challenges were found two folders deep.'
                    : 'Os desafios estavam duas pastas abaixo.',
                ),
              ]
            : [],
      },
      fiveChallenges,
      language,
    ),
  };
}

function fateOf(index: number, at: number, skill: number, random: () => number): Fate {
  const planned: Readonly<Record<string, Outcome>> = {
    '1/1': 'script-failed',
    '2/2': 'timed-out',
    '4/0': 'refused',
    '5/3': 'compose-only',
    '6/1': 'no-instructions',
    '7/4': 'unknown',
  };
  const outcome =
    planned[`${index % 24}/${at}`] ?? (index % 24 === 8 || random() < at * 0.03 ? 'not-submitted' : 'graded');
  return {
    outcome: index % 24 === 0 ? 'graded' : outcome,
    missed: index % 24 === 0 || skill > 0.7 ? 0 : (1 - skill) * 40,
  };
}

function partOf(
  challenge: Challenge,
  { outcome, missed }: Fate,
  language: Language,
  random: () => number,
  hostile = '',
): PartResult {
  const command = 'docker run --detach --name server --network app-net server';
  const refusal: Message = { code: 'refusal.machine', params: { subject: '--privileged', detail: '' } };
  const reasons: Readonly<Record<Exclude<Outcome, 'graded'>, Message>> = {
    'script-failed': say('outcome.script-failed', { file: 'up.sh', exitCode: 125, command }),
    'timed-out': say('outcome.timed-out', { file: 'run.sh', ms: 120_000 }),
    refused: say('outcome.refused', { file: 'up.sh', refusal }),
    'compose-only': say('outcome.compose-only', { file: 'compose.yaml' }),
    'no-instructions': say('submission.no-instructions', { because: say('intake.no-instructions') }),
    'not-submitted': say('submission.not-submitted'),
    unknown: say('fault.unreachable'),
  };
  const reason = outcome === 'graded' ? undefined : reasons[outcome];
  const ran = ['graded', 'script-failed', 'timed-out', 'refused'].includes(outcome);
  const objectives = objectivesOf(challenge, outcome, language, reason ?? verbatim(''), missed, random);
  return {
    challenge: challenge.id,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    path: outcome === 'not-submitted' ? '' : `desafio${challenge.number}`,
    instructions: ran ? 'up.sh' : '',
    objectives,
    score: scoreOf(objectives),
    bindings: ran
      ? challenge.roles.map(({ id, suggested }) => ({
          role: id,
          name: suggested,
          how: 'name',
          candidates: [],
          because: [say('binding.suggested-name')],
        }))
      : [],
    ...(ran
      ? {
          script:
            outcome === 'script-failed'
              ? {
                  ...script,
                  exitCode: 125,
                  failingCommand: command,
                  lastLines: [`docker: Error response from daemon: network app-net not found. ${hostile}`],
                }
              : outcome === 'timed-out'
                ? { ...script, exitCode: undefined, endedBy: 'time', leftRunning: ['docker run --rm server'] }
                : script,
        }
      : {}),
    logs: ran
      ? [{ container: 'server', lines: ['listening on 8080', `GET /hora 200 ${hostile}`, '``` </details>'] }]
      : [],
    refusals: outcome === 'refused' ? [refusal] : [],
    remarks: [],
    digest: '0'.repeat(64),
    attempts: outcome === 'unknown' ? 2 : 1,
    at: '2026-11-21T07:59:00.000Z',
    durationMs: 21_000,
  };
}

function objectivesOf(
  challenge: Challenge,
  outcome: Outcome,
  language: Language,
  reason: Message,
  missed: number,
  random: () => number,
): ObjectiveReport[] {
  if (outcome === 'unknown') return allUnknown(challenge, reason);
  if (outcome === 'compose-only') return onlyCompose(challenge, 'compose.yaml');
  if (outcome === 'not-submitted' || outcome === 'no-instructions') return allFailed(challenge, reason);
  const worse = outcome === 'graded' ? 0 : 40;
  return challenge.objectives.map((objective, index) => {
    const lost = random() * 100 < missed + worse + (missed > 0 ? index * 3 : 0);
    const verdict: Verdict = lost ? (index > 3 ? 'blocked' : 'fail') : 'pass';
    return {
      id: objective.id,
      points: objective.points,
      bonus: objective.bonus ?? false,
      verdict,
      finding: verbatim(
        language === 'en'
          ? '`client` is on `bridge`; `server` is on `app-net`.'
          : '`client` está em `bridge`; `server`, em `app-net`.',
      ),
      expected: verbatim(
        language === 'en' ? 'Both are on one network of your own.' : 'Os dois estão em uma mesma rede sua.',
      ),
      next: verdict === 'pass' ? '' : 'docker network connect app-net client',
      durationMs: 12,
    };
  });
}

function gradeOf({ challenge, objectives }: PartResult): PartGrade {
  const all = objectives.map(({ id, points, verdict }) => ({ id, points, earned: verdict === 'pass' ? points : 0 }));
  const { earned, possible, bonus } = scoreOf(objectives);
  return {
    challenge,
    earned: round((earned / possible) * 20),
    bonus: Math.min(2, bonus),
    possible: 20,
    objectives: all,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Numbers from 0 to 1 that look random, and are the same each time (a linear congruential generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
