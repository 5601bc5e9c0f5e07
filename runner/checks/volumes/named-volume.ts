import { withMore } from '../../base/message.ts';
import type { ContainerFacts, MountFacts } from '../../engine/facts.ts';
import { say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import type { Finding } from '../finding.ts';
import {
  foreignFiles,
  type Kept,
  keptOf,
  noVolume,
  severalVolumes,
  suggestedTarget,
  wayToStart,
  wayToVolume,
} from './kept.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** The volume that `by` keeps its data in has a name. */
    'named-volume': { readonly volume: string; readonly by: string };
  }
}

export const namedVolume = defineCheck({
  kind: 'named-volume',
  about: 'The volume that `by` keeps its data in has a name: it is neither anonymous nor a folder of the host.',
  example: { volume: 'data', by: 'writer' },
  observes: 'facts',
  judge,
});

function judge(check: CheckOf<'named-volume'>, at: Case): Finding {
  const expected = say('named-volume.expected');
  const kept = keptOf(check, at);
  const { container } = kept.keeper;
  if (container !== undefined) return byContainer(kept, container, at);
  if (kept.role.binding?.how === 'ambiguous') return severalVolumes(kept, at, expected);
  const { volume } = kept;
  if (volume === undefined) {
    if (kept.keeper.binding?.how === 'ambiguous') return at.withoutPlayer(kept.keeper, expected);
    return { verdict: 'fail', observed: noVolume(kept), expected, next: wayToStart(kept, at) };
  }
  if (volume.anonymous) {
    return {
      verdict: 'fail',
      observed: say('named-volume.anonymous-alone', { volume: volume.name }),
      expected,
      next: wayToStart(kept, at),
    };
  }
  const wasMounted = at.evidence.past?.some(({ mounts }) => mounts.some(mount => mount.volume === volume.name));
  const isMounted = at.evidence.facts.containers.some(({ mounts }) =>
    mounts.some(({ source }) => source === volume.name),
  );
  if (wasMounted || isMounted || (kept.found?.databases.length ?? 0) > 0) {
    return { verdict: 'pass', observed: say('named-volume.pass-alone', { volume: volume.name }), expected, next: '' };
  }
  return {
    verdict: 'fail',
    observed: say('named-volume.unused', { volume: volume.name }),
    expected,
    next: wayToStart(kept, at),
  };
}

function byContainer(kept: Kept, container: ContainerFacts, at: Case): Finding {
  const expected = say('named-volume.expected');
  const { name, mounts } = container;
  const volumes = mounts.filter(({ type }) => type === 'volume');
  const isNamed = ({ source }: MountFacts) =>
    at.evidence.facts.volumes.some(volume => volume.name === source && !volume.anonymous);
  const named = volumes.find(mount => isNamed(mount) && mount.source === kept.volume?.name) ?? volumes.find(isNamed);
  if (named !== undefined) {
    return {
      verdict: 'pass',
      observed: say('named-volume.pass', { by: name, volume: named.source, target: named.target }),
      expected,
      next: '',
    };
  }
  const [anonymous] = volumes;
  const [bind] = mounts.filter(({ type }) => type === 'bind');
  const observed = anonymous
    ? say('named-volume.anonymous', { by: name, target: anonymous.target, volume: anonymous.source })
    : bind
      ? say('named-volume.bind', { by: name, target: bind.target, source: bind.source })
      : withMore(say('named-volume.none', { by: name }), ...foreignFiles(kept));
  const target = anonymous?.target ?? bind?.target ?? suggestedTarget(kept.keeper);
  return { verdict: 'fail', observed, expected, next: wayToVolume(kept, at, target) };
}
