import { standingOf } from '../../progress/standing.ts';
import { progressMessages } from '../../progress/texts/progress.ts';
import type { State } from '../state.ts';
import { homeMessages } from '../texts/home.ts';
import { linearMessages } from '../texts/linear.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { engineLine } from '../widgets/doctor/engine-line.ts';
import { spoken } from './spoken.ts';
import type { Statement } from './statement.ts';
import { say, sentence } from './statement.ts';

/** The list of challenges. */
export function homeStatements(state: State): Statement[] {
  const t = linearMessages[state.language];
  const home = homeMessages[state.language];
  const entries = state.challenges.map(challenge => {
    const title = challenge.title[state.language];
    const { state: stands, earned, possible, bonus } = standingOf(challenge, state.progress.known);
    const words = sentence(
      t.challengeOf(challenge.number, state.challenges.length, title),
      t.state[stands],
      t.score(earned, possible, bonus),
    );
    return say(`challenge:${challenge.id}`, `${words} ${challenge.summary[state.language]}`, { when: 'once' });
  });
  const selected = state.challenges[state.cursor];
  const troubles = state.progress.troubles.map(trouble => {
    const reason =
      trouble.kind === 'set-aside'
        ? home.setAside(trouble.file, trouble.why)
        : home.notSaved(progressMessages[state.language].reason(trouble.reason));
    return say(`trouble:${reason}`, reason);
  });
  return [
    say('title', sentence('Estaleiro', walkthroughMessages[state.language].tagline), { when: 'again' }),
    ...entries,
    ...troubles,
    ...engineStatements(state),
    ...(selected === undefined
      ? []
      : [
          say('cursor', sentence(t.selected(`${selected.number}, ${selected.title[state.language]}`)), {
            when: 'again',
          }),
        ]),
  ];
}

/** How the screen stands with the engine. What is said while it is set up is for the doctor's page. */
export function engineStatements(state: State): Statement[] {
  const line = engineLine(state);
  const { engine } = state;
  const stands =
    engine.kind === 'ready' ? `ready ${engine.images === undefined} ${engine.trouble === undefined}` : engine.kind;
  return line === undefined
    ? [say('engine', '', { version: stands })]
    : [say('engine', spoken([line], linearMessages[state.language]).join(' '), { version: stands })];
}
