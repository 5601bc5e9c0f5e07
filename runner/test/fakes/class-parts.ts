import type { Language } from '../../base/language.ts';
import type { Message } from '../../base/message.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { Verdict } from '../../checks/verdict.ts';
import { allFailed, allUnknown, onlyCompose } from '../../gradebook/not-run.ts';
import type { Outcome, PartResult, ScriptRun } from '../../gradebook/result.ts';
import { say } from '../../language/say.ts';
import { type ObjectiveReport, scoreOf } from '../../verdict/report.ts';
import { verbatim } from './verbatim.ts';

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

/** What becomes of a part: of challenge `at`, counted from 0, of student `index`, who is that skilled (0 to 1). */
export function fateOf(index: number, at: number, skill: number, random: () => number): Fate {
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

/** The result of a part that has this fate; `hostile` is written wherever the learner's programs are quoted. */
export function partOf(
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
