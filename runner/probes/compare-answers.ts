import type { HttpOutcome } from '../../lab-images/probe/protocol.ts';
import type { Sample } from './evidence/on-request.ts';
import type { DataEvidence } from './evidence/request-evidence.ts';
import { isEnough, type Said, saidIn, shownIn } from './shown-data.ts';

const maxShown = 10;
/** How much of an answer is kept to show to people, in characters. */
const maxText = 600;

/** Compares what the caller answers with what the callee says. `undefined` if the callee was not asked. Pure. */
export function compareAnswers(answers: readonly HttpOutcome[], samples: readonly Sample[]): DataEvidence | undefined {
  if (samples.length === 0) return undefined;
  const said = saidBy(samples);
  const bodies = answers.map(bodyOf).filter(body => body !== '');
  const [shown = []] = bodies.map(body => shownIn(said, body)).sort((one, other) => other.length - one.length);
  const paths = [...new Set(samples.map(({ path }) => path))];
  const to = (path: string) => samples.filter(sample => sample.path === path).map(({ outcome }) => outcome);
  const variants = (path: string) => new Set(to(path).map(outcome => JSON.stringify(saidIn(bodyOf(outcome)))));
  return {
    asked: paths.map(path => ({ path, status: statusOf(to(path)[0]) })),
    sample: (said.texts[0] ?? String(said.numbers[0] ?? '')).slice(0, 80),
    telling: said.texts.length + said.numbers.length,
    shown: shown.slice(0, maxShown).map(text => text.slice(0, 80)),
    enough: isEnough(shown),
    changes: paths.some(path => variants(path).size > 1),
    answer: (bodies[0] ?? '').slice(0, maxText),
  };
}

/** Whether an answer shows enough of what the callee says. */
export const showsData = (answer: HttpOutcome, samples: readonly Sample[]) =>
  isEnough(shownIn(saidBy(samples), bodyOf(answer)));

function saidBy(samples: readonly Sample[]): Said {
  const said = samples.map(({ outcome }) => saidIn(bodyOf(outcome)));
  return {
    texts: [...new Set(said.flatMap(({ texts }) => texts))],
    numbers: [...new Set(said.flatMap(({ numbers }) => numbers))],
  };
}

/** What an error page says is nobody's data. */
const bodyOf = (outcome: HttpOutcome) => (outcome.ok && outcome.status < 400 ? outcome.body : '');

const statusOf = (outcome: HttpOutcome | undefined) => (outcome?.ok ? outcome.status : undefined);
