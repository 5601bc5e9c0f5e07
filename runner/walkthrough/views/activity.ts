import type { EngineEvent } from '../../engine/facts.ts';
import type { WalkthroughMessages } from '../../language/walkthrough.ts';
import { walkthroughMessages } from '../../language/walkthrough.ts';
import { marks } from '../objectives.ts';
import type { Attempt, LogEntry, State } from '../state.ts';
import type { Line } from '../text/line.ts';
import { cut, span } from '../text/line.ts';
import { printable } from '../text/width.ts';

/** The last things that happened, oldest first, each with its time of day. */
export function activityLines(state: State, attempt: Attempt, width: number, height: number): Line[] {
  const t = walkthroughMessages[state.language];
  const lines = attempt.log.flatMap(entry => {
    const text = entryLine(state, attempt, entry);
    return text === undefined
      ? []
      : [cut([span('  '), span(timeOfDay(entry.at), 'quiet'), span('  '), ...text], width)];
  });
  if (lines.length === 0) return height > 0 ? [cut([span(`  ${t.quiet}`, 'quiet')], width)] : [];
  return height > 0 ? lines.slice(-height) : [];
}

function entryLine(state: State, attempt: Attempt, entry: LogEntry): Line | undefined {
  const t = walkthroughMessages[state.language].event;
  const titleOf = (id: string) =>
    attempt.challenge.objectives.find(objective => objective.id === id)?.title[state.language] ?? id;
  switch (entry.kind) {
    case 'change': {
      const words = changeWords(t, entry.event, attempt.names);
      return words === undefined ? undefined : [span(printable(words))];
    }
    case 'met':
      return [span(`${marks.met} ${t.met(titleOf(entry.objective))}`, 'good')];
    case 'lost':
      return [span(`${marks.unmet} ${t.lost(titleOf(entry.objective))}`, 'bad')];
    case 'engine-lost':
      return [span(`${marks.unknown} ${t.engineLost}`, 'warn')];
    case 'engine-back':
      return [span(`${marks.met} ${t.engineBack}`, 'good')];
  }
}

/** One sentence for what a learner did; undefined for what the engine does on the way. */
function changeWords(
  t: WalkthroughMessages['event'],
  event: EngineEvent,
  names: Readonly<Record<string, string>>,
): string | undefined {
  const { attributes, id } = event;
  const name = attributes.name ?? id.replace(/^sha256:/, '').slice(0, 12);
  const container = attributes.container ?? '';
  const member = names[container] ?? container.slice(0, 12);
  switch (`${event.type} ${event.action}`) {
    case 'container create':
      return t.containerCreated(name, attributes.image ?? '');
    case 'container start':
      return t.containerStarted(name);
    case 'container die':
      return t.containerStopped(name, attributes.exitCode ?? '?');
    case 'container destroy':
      return t.containerRemoved(name);
    case 'container restart':
      return t.containerRestarted(name);
    case 'container pause':
      return t.containerPaused(name);
    case 'container unpause':
      return t.containerUnpaused(name);
    case 'container rename':
      return t.containerRenamed(name);
    case 'container oom':
      return t.containerOutOfMemory(name);
    case 'network create':
      return t.networkCreated(name);
    case 'network destroy':
      return t.networkRemoved(name);
    case 'network connect':
      return t.networkJoined(name, member);
    case 'network disconnect':
      return t.networkLeft(name, member);
    case 'volume create':
      return t.volumeCreated(id);
    case 'volume destroy':
      return t.volumeRemoved(id);
    case 'image tag':
      return t.imageTagged(name);
    case 'image untag':
      return t.imageRemoved(name);
    default:
      return undefined;
  }
}

function timeOfDay(at: number): string {
  return new Date(at).toTimeString().slice(0, 8);
}
