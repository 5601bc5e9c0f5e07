import { shellQuote } from '../../base/shell-quote.ts';
import { say } from '../../language/say.ts';
import type { Case } from '../case.ts';
import { type CheckOf, defineCheck } from '../define-check.ts';
import type { Finding } from '../finding.ts';
import { type Kept, keptOf, mainDatabase, wayToNewImage, withoutFound } from './kept.ts';
import { experimentVolumes } from './volume-experiments.ts';

declare module '../../challenge/definition.ts' {
  interface CheckParameters {
    /** Whoever wrote the database was not root. */
    'not-root': { readonly volume: string; readonly by: string };
  }
}

/** Users of the lab's images, and of many others, have this number. */
const anyUser = '65532:65532';

export const notRoot = defineCheck({
  kind: 'not-root',
  about: 'Whoever wrote the database in the volume was not root: its owner tells, whatever the image says.',
  example: { volume: 'data', by: 'writer' },
  observes: experimentVolumes,
  judge,
});

function judge(check: CheckOf<'not-root'>, at: Case): Finding {
  const expected = say('owner.expected');
  const kept = keptOf(check, at);
  const database = mainDatabase(kept);
  if (database === undefined) return withoutFound(kept, at, expected);
  const { path, owner } = database;
  if (owner !== 0) return { verdict: 'pass', observed: say('owner.pass', { path, owner }), expected, next: '' };
  return { verdict: 'fail', observed: say('owner.fail', { path }), expected, next: wayOn(kept, at) };
}

/** What root wrote must change hands before another user can go on with it. */
function wayOn(kept: Kept, at: Case): string {
  const { container } = kept.keeper;
  const target = container?.mounts.find(({ source }) => source === kept.volume?.name)?.target;
  if (container === undefined || target === undefined || kept.volume === undefined) return wayToNewImage(kept, at);
  const image = 'lab/node:26-dev';
  const mount = shellQuote(`${kept.volume.name}:${target}`);
  const chown = `docker run --rm --user 0 --volume ${mount} --entrypoint chown ${image} -R ${anyUser} ${shellQuote(target)}`;
  const command = `${chown} && ${at.recreate(container, { user: anyUser })}`;
  // A script given on the command line has lines of its own, and this is to be one.
  return command.includes('\n') ? wayToNewImage(kept, at) : command;
}
