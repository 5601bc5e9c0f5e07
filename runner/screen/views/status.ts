import type { Line } from '../../base/text/line.ts';
import { span, spread } from '../../base/text/line.ts';
import { isBusy } from '../objectives.ts';
import type { Attempt, State } from '../state.ts';
import { walkthroughMessages } from '../texts/screen.ts';
import { isRetried, troubleWords } from '../trouble-words.ts';
import { engineLine } from '../widgets/doctor/engine-line.ts';
import { tourMessages } from '../widgets/tour/texts.ts';
import { contentWidth } from './layout.ts';
import { spinner } from './spinner.ts';

/** Which engine is looked at, and how fresh the verdicts are. */
export function statusLine(state: State, attempt: Attempt): Line {
  const t = walkthroughMessages[state.language];
  const width = contentWidth(state.size);
  const source = state.engine.kind === 'ready' ? state.engine.source : '';
  const version = attempt.report?.engine.version;
  const name = version === undefined ? t.engineOnly : t.engine(version);
  const engine = engineLine(state);
  if (engine !== undefined) return engine;
  if (attempt.trouble !== undefined) {
    const { title } = troubleWords(attempt.trouble, state.language);
    const after = isRetried(attempt.trouble) ? [span(`${spinner(state.frame)} ${t.retrying}`, 'warn')] : [];
    return spread([span(` ? ${title}`, 'warn', true), span(` · ${source}`, 'quiet')], after, width);
  }
  const seconds = attempt.checkedAt === undefined ? 0 : Math.max(0, Math.floor((state.now - attempt.checkedAt) / 1000));
  if (attempt.disruption === 'running' || attempt.waitsForOthers === true) {
    const { running } = tourMessages[state.language].disrupt;
    const words = attempt.waitsForOthers === true ? t.waitsForOthers : running;
    const trying = [span(`${spinner(state.frame)} ${words}`, 'accent')];
    return spread([span(' ● ', 'good'), span(name), span(` · ${source}`, 'quiet')], trying, width);
  }
  const fresh: Line = isBusy(attempt, state.now)
    ? [span(`${spinner(state.frame)} ${t.checking}`, 'accent')]
    : [span(attempt.checkedAt === undefined ? '' : t.checkedAgo(seconds), 'quiet')];
  return spread([span(' ● ', 'good'), span(name), span(` · ${source}`, 'quiet')], fresh, width);
}
