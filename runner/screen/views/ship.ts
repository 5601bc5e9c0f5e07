import type { Line } from '../../base/text/line.ts';
import { span } from '../../base/text/line.ts';
import type { Challenge } from '../../challenge/definition.ts';
import { progressOf, stateOf } from '../../progress/progress.ts';
import { marks } from '../objectives.ts';
import type { State } from '../state.ts';

const maxCrates = 12;

/** A ship with one crate for each challenge; a crate is ticked once its challenge was solved. */
export function shipLines(state: State): Line[] {
  const crates = state.challenges.slice(0, maxCrates);
  const deck = Math.max(26, crates.length * 5 + 8);
  const left = '    ';
  const isDone = ({ id }: Challenge) => stateOf(progressOf(state.progress.known, id)) === 'done';
  const load = (text: (index: number) => string, tone: 'quiet' | undefined): Line => [
    span(`${left}       `),
    ...crates.map((challenge, index) => {
      return span(text(index), isDone(challenge) ? 'good' : tone);
    }),
  ];
  const sign = (index: number) => {
    const challenge = crates[index];
    return `│${challenge !== undefined && isDone(challenge) ? ` ${marks.met} ` : ` ${String(challenge?.number ?? '').padEnd(2)}`}│`;
  };
  return [
    load(() => '┌───┐', 'quiet'),
    load(sign, undefined),
    [span(`${left}  ▟█▙  `), ...load(() => '└───┘', 'quiet').slice(1)],
    [span(`${left}▜${'█'.repeat(deck)}▛`, 'accent')],
    [span(`${left} ▜${'█'.repeat(deck - 2)}▛`, 'accent')],
    [span(`  ${'~ ≈ '.repeat(Math.ceil((deck + 8) / 4))}`, 'quiet')],
  ];
}
