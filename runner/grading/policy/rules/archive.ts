import { type Allowed, type Call, container, send } from './call.ts';
import { containerPath } from './names.ts';
import { queryFlag } from './query-rules.ts';
import { needed, type Rule, text } from './rules.ts';

const path: Rule = needed((value, at) => {
  const given = String(text()(value, at) ?? '');
  return given === '/' || given === '/.' ? given : containerPath(given, at);
});

/**
 * `docker cp`. Learners use it, and the engines that the lab runs unpack in a root of the container's own (CVE-2018-15664 and
 * CVE-2019-14271 are mended in them); what comes in must be a plain tar, so that no decompressor runs as root.
 */
export const archive = {
  read: (call: Call): Allowed => send(call, { query: { path }, subjects: [container(call)] }),
  write: (call: Call): Allowed =>
    send(call, {
      query: { path, noOverwriteDirNonDir: queryFlag, copyUIDGID: queryFlag },
      subjects: [container(call)],
      carries: 'archive',
    }),
};
