import { posix } from 'node:path';
import { type Message, withMore } from '../../base/message.ts';
import { shellQuote } from '../../base/shell-quote.ts';
import type { MountFacts } from '../../engine/facts.ts';
import { say } from '../../language/say.ts';
import { capBytes } from '../../probes/evidence/volume-evidence.ts';
import { serverOf } from '../../probes/server-files.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import type { Finding } from '../finding.ts';
import { type Kept, keptOf, mainDatabase, wayToNewImage, wayToStart, wayToVolume, withoutFound } from './kept.ts';
import { experimentVolumes } from './volume-experiments.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** There is a SQLite database in the volume. */
    'database-in-volume': { readonly volume: string; readonly by: string };
  }
}

export const databaseInVolume = defineCheck({
  kind: 'database-in-volume',
  about: 'A file in the volume begins as a SQLite database does.',
  example: { volume: 'data', by: 'writer' },
  observes: experimentVolumes,
  judge,
});

function judge(check: CheckOf<'database-in-volume'>, at: Case): Finding {
  const expected = say('database.expected');
  const kept = keptOf(check, at);
  const { found, volume } = kept;
  if (volume === undefined || found === undefined) return withoutFound(kept, at, expected);
  const { listing } = found;
  const database = mainDatabase(kept);
  if (database !== undefined) {
    const { path, bytes, journal } = database;
    return {
      verdict: 'pass',
      observed: say('database.pass', { path, volume: volume.name, bytes, journal }),
      expected,
      next: '',
    };
  }
  if (!found.copied) {
    const reason = say('database.too-big', { volume: volume.name, bytes: listing.bytes, cap: capBytes });
    const next = `docker system df --verbose`;
    return { verdict: 'unknown', observed: say('lab.could-not-tell', { reason }), expected, next };
  }
  return { verdict: 'fail', observed: whatIsThere(kept, at), expected, next: wayOn(kept, at) };
}

function whatIsThere({ found, volume, keeper }: Kept, at: Case): Message {
  const sample = found?.listing.sample ?? [];
  const name = volume?.name ?? '';
  const [only] = sample;
  const software = serverOf(sample);
  const inside =
    software !== undefined
      ? say('database.server', { volume: name, software })
      : only === undefined
        ? say('database.empty', { volume: name })
        : sample.length === 1 && only.bytes === 0
          ? say('database.empty-file', { path: only.path, volume: name })
          : say('database.other', { volume: name, list: sample.map(({ path }) => path) });
  const { container } = keeper;
  const outside = found?.outside ?? [];
  if (container === undefined) return inside;
  if (outside.length > 0) return withMore(inside, say('database.outside', { by: container.name, list: outside }));
  if (container.state === 'running') return inside;
  return withMore(inside, at.neverRan(keeper)?.observed, at.lastWords(keeper.role.id));
}

function wayOn(kept: Kept, at: Case): string {
  const { container } = kept.keeper;
  if (container === undefined) return wayToStart(kept, at);
  const neverRan = at.neverRan(kept.keeper);
  if (neverRan !== undefined) return neverRan.next;
  const [outside] = kept.found?.outside ?? [];
  const folder = outside === undefined ? undefined : posix.dirname(outside);
  // A volume on the folder of the program itself would hide what a new image brings.
  const ownFolders = ['/', container.workingDirectory ?? '/'].map(path => posix.join(path, '/'));
  if (folder !== undefined && !ownFolders.includes(posix.join(folder, '/'))) return wayToVolume(kept, at, folder);
  const mountPoint = container.mounts.find(({ source }) => source === kept.volume?.name)?.target ?? '/';
  const isInside = ({ type, target }: MountFacts) => type === 'bind' && target.startsWith(posix.join(mountPoint, '/'));
  if (container.mounts.some(isInside)) {
    return at.recreate({ ...container, mounts: container.mounts.filter(mount => !isInside(mount)) }, {});
  }
  if ((kept.found?.listing.files ?? 0) > 0) return wayToNewImage(kept, at);
  const [published] = container.ports.flatMap(({ host }) => host);
  if (container.state === 'running' && published !== undefined) return `curl http://127.0.0.1:${published.port}/`;
  return `docker logs --tail 20 ${shellQuote(container.name)}`;
}
