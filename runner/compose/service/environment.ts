import { say } from '../../language/say.ts';
import { ownValue } from '../interpolate.ts';
import type { Service, Translating } from '../translating.ts';
import { Values } from '../values.ts';
import type { Word } from '../word.ts';
import { isMap, listOf, textOf, truthOf } from '../yaml-map.ts';

/**
 * The variables of a service, each with its value: of `env_file`, and over those of `environment`. The file is not left to
 * `docker run --env-file`, which knows neither quotes nor variables in it.
 */
export function environmentOptions({ name, value }: Service, how: Translating): Word[] {
  const path = ['services', name];
  const values = new Values(how.findings);
  const all = new Map<string, string>();
  for (const [index, one] of listOf(value.env_file).entries()) {
    const at = [...path, 'env_file', index];
    const file = values.text([...at], isMap(one) ? one.path : one);
    if (file === undefined) {
      values.wrong(at, 'text');
      continue;
    }
    const isRaw = isMap(one) && textOf(one.format) === 'raw';
    const found = how.envFile(file, isRaw);
    const isOptional = isMap(one) && truthOf(one.required) === false;
    if (found === undefined && !isOptional) {
      how.findings.wrong(at, say('translate.no-file', { file }), say('translate.next-no-file'));
    }
    for (const [key, text] of Object.entries(found ?? {})) all.set(key, text);
  }
  for (const [key, given] of values.assignments([...path, 'environment'], value.environment)) {
    // A name alone passes on what the shell, or `.env`, says.
    const text = given ?? ownValue(how.variables, key);
    if (key === '' || /[=\0]/.test(key)) values.wrong([...path, 'environment'], 'assignments');
    else if (text === undefined) how.findings.note(say('translate.note-not-passed', { name: key, service: name }));
    else all.set(key, text);
  }
  return [...all].flatMap(([key, text]) => ['--env', `${key}=${text}`]);
}
