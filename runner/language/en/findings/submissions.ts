/** Why an objective of a submission was not looked at. */
export const submissions = {
  'submission.not-submitted': 'Nothing was handed in for this challenge.',
  'submission.no-instructions': ({ because }: { because: string }) => `Nothing was run. ${because}`,
  'submission.compose-only': ({ file }: { file: string }) => `The only instructions, in ${file}, are Compose's.`,
  'submission.not-run': 'Nothing was brought up by hand, so there was nothing to look at.',
  'submission.expected': ({ title }: { title: string }) => `After the instructions have run: ${title}.`,
  'submission.not-told': ({ reason }: { reason: string }) => `Could not be told: ${reason}`,
  'submission.seen-before': ({ command }: { command: string }) =>
    `Seen before \`${command}\`: what was met then counts, because the script only cleaned up after that.`,
  'submission.platform-left-out': ({ platform }: { platform: string }) =>
    `This machine is not of the kind \`${platform}\`: --platform was left out.`,
  'submission.no-tool': ({ tool }: { tool: string }) =>
    `The grading shell has no \`${tool}\`, which the script calls: what that was to do was not done.`,
  'submission.unknown': ({ reason }: { reason: string }) => reason,
  'submission.other-plan': ({ file, points, others }: { file: string; points: number; others: string }) =>
    `Several ways to bring it up were tried, as the submission has them. ${file} got furthest (${points} points) and counts; others: ${others}.`,
  'submission.first-plan': ({ file, points, others }: { file: string; points: number; others: string }) =>
    `${file} counts (${points} points). Because it did not come up whole, other ways that the submission has were tried as well, and got no further: ${others}.`,
};
