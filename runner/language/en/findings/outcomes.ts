const seconds = (ms: number) => Math.round(ms / 1000);

export const outcomes = {
  'outcome.compose-only': ({ file }: { file: string }) =>
    `The only instructions, in ${file}, are Compose's. This challenge is about doing by hand what Compose does, so nothing was run.`,
  'outcome.compose-ran': ({ file, command }: { file: string; command: string }) =>
    `${file} leaves everything to Compose: ${command}. This challenge is about doing by hand what Compose does, so nothing was looked at.`,
  'outcome.script-failed': ({
    file,
    exitCode,
    command,
  }: {
    file: string;
    exitCode: number | undefined;
    command: string;
  }) =>
    `${file} ended with exit code ${exitCode ?? '?'}${command === '' ? '' : ` at: ${command}`}. What was there by then was looked at.`,
  'outcome.timed-out': ({ file, ms }: { file: string; ms: number }) =>
    `${file} was still at work after ${seconds(ms)} s and was ended. What was there by then was looked at.`,
  'outcome.too-much-output': ({ file }: { file: string }) =>
    `${file} wrote more than can be kept and was ended. What was there by then was looked at.`,
  'outcome.out-of-memory': ({ file }: { file: string }) =>
    `${file} needed more memory than there is for it and was ended. What was there by then was looked at.`,
  'outcome.refused': ({ file, refusal }: { file: string; refusal: string }) =>
    `${file} asked for something that the sandbox does not allow: ${refusal} What was there by then was looked at.`,

  'fault.unreachable': 'A registry or a package index could not be reached from here. That is the machine’s fault.',
  'fault.needs-buildkit':
    'The Dockerfile needs BuildKit, and the sandbox builds with the classic builder. That is the machine’s fault.',
  'fault.no-tool': ({ tool }: { tool: string }) =>
    `The script calls \`${tool}\`, which the grading shell does not have. That is the grader’s fault.`,
  'fault.too-busy': ({ ms }: { ms: number }) =>
    `The grading machine was too busy: the lab itself stood still for ${seconds(ms)} s, in which it could not look. That is the machine’s fault.`,
  'fault.twice': ({ reason }: { reason: string }) => `The machine or the checker failed, twice: ${reason}`,

  'fault.over-time': ({ ms }: { ms: number }) => `Judging it took longer than ${seconds(ms)} s.`,
  'fault.grading': ({ reason }: { reason: string }) => `Grading this failed, through no fault of the work: ${reason}`,
  'fault.hung': 'it could not be ended.',
  'fault.submission-time': ({ ms }: { ms: number }) =>
    `The time for the whole submission, ${Math.round(ms / 60_000)} min, was over. The grade is left open: an instructor should look.`,
  'fault.merge-conflict': ({ folders }: { folders: readonly string[] }) =>
    `The folders that were merged say different things of it: ${folders.join(', ')}.`,
  'fault.not-graded-yet': 'This was not graded yet, or has changed since.',
  'fault.said': ({ reason }: { reason: string }) => reason,
};
