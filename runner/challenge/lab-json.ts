import { parseJson } from '../base/parse-json.ts';
import { type Problem, unknownAt } from '../format/problem.ts';
import { checkFormat, notJson, type ReadFormat, tooLong } from '../format/read-format.ts';
import type { Challenge } from './definition.ts';
import { claimIn, isAbout, noWorkspace, type Workspace } from './lab-json-content.ts';
import { labJsonSchema } from './lab-json-schema.ts';

/** In characters. Nobody's is a tenth as long; what is longer is not looked into, because strangers write these files. */
const maxCharacters = 65_536;

/** Reads the text of a `lab.json`, whoever has written it. One that is about another challenge says nothing. Pure. */
export function parseLabJson(text: string, challenge: Challenge): ReadFormat<Workspace> {
  if (text.length > maxCharacters) return { kind: 'wrong', problems: [tooLong(maxCharacters)] };
  const parsed = parseJson(text);
  if (parsed.kind !== 'json') return { kind: 'wrong', problems: [notJson(parsed)] };
  const claim = claimIn(parsed.value);
  if (claim !== undefined && !isAbout(claim, challenge)) return { kind: 'read', value: noWorkspace };
  const read = checkFormat(parsed.value, labJsonSchema);
  if (read.kind === 'wrong') return read;
  const { paths = {}, binds = {}, run } = read.value;
  const [first, ...others] = [...unknownRoles('paths', paths, challenge), ...unknownRoles('binds', binds, challenge)];
  if (first !== undefined) return { kind: 'wrong', problems: [first, ...others] };
  return { kind: 'read', value: { paths, binds, ...(run === undefined ? {} : { run }) } };
}

function unknownRoles(key: string, byRole: Readonly<Record<string, string>>, { roles }: Challenge): Problem[] {
  const known = roles.map(({ id }) => id);
  return Object.keys(byRole)
    .filter(role => !known.includes(role))
    .map(role => unknownAt([key, role], known));
}
