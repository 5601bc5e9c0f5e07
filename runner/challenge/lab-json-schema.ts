import * as v from 'valibot';
import { expects } from '../format/expects.ts';
import { fields, record } from '../format/objects.ts';
import { say } from '../language/say.ts';

const path = v.pipe(v.string(), v.regex(/^\/[^\s#]*$/), expects(say('expected.path'), '/u'));
const name = v.pipe(v.string(), v.regex(/^[\w./:-]+$/), expects(say('expected.name'), 'my-server'));

/** `lab.json`, in a folder of a challenge: what its author says where the lab would not find it out. Which roles there are, the challenge says. */
export const labJsonSchema = v.pipe(
  fields({
    challenge: v.optional(
      v.pipe(
        v.string(),
        expects(say('expected.challenge'), '05-api-gateway'),
        v.description('The challenge that the file is about, by number or id; without it, the one that is looked at.'),
      ),
    ),
    paths: v.optional(
      v.pipe(
        record(v.string(), path),
        expects(say('expected.object'), { users: '/u' }),
        v.description('Role → the path under which it is asked.'),
      ),
    ),
    binds: v.optional(
      v.pipe(
        record(v.string(), name),
        expects(say('expected.object'), { server: 'my-server' }),
        v.description('Role → the name of the container or volume that plays it.'),
      ),
    ),
    run: v.optional(
      v.pipe(
        v.string(),
        v.regex(/\S/),
        expects(say('expected.run'), 'bash up.sh'),
        v.description('How it is brought up: a script’s file, or a command. Only the grader runs it.'),
      ),
    ),
  }),
  expects(say('expected.object'), { challenge: '05-api-gateway', paths: { users: '/u' } }),
  v.description('What a learner says about a solution: lab.json in its folder.'),
);
