import { say } from '../../language/say.ts';
import type { Service, Translating } from '../translating.ts';
import { Values } from '../values.ts';

/** What runs in a container: what comes before the image (`--entrypoint`), and what comes behind it. */
export interface Program {
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

/** `entrypoint` and `command` of a service. A text is split into words as Compose does, which no shell reads. */
export function programOf({ name, value }: Service, { findings }: Translating): Program {
  const values = new Values(findings);
  const read = (key: 'entrypoint' | 'command') => {
    const path = ['services', name, key];
    const given = value[key];
    if (given === undefined || given === null) return undefined;
    if (typeof given !== 'string') return values.texts(path, given);
    return splitWords(given) ?? values.wrong(path, 'command') ?? [];
  };
  const entrypoint = read('entrypoint');
  const command = read('command');
  if (command?.length === 0 && entrypoint === undefined) {
    findings.note(say('translate.note-left-out', { at: `services.${name}.command` }));
  }
  if (entrypoint === undefined) return { before: [], behind: command ?? [] };
  const [first = '', ...rest] = entrypoint;
  return { before: ['--entrypoint', first], behind: [...rest, ...(command ?? [])] };
}

/** The words of a text, with quotes and backslashes; nothing else means anything. `undefined` if a quote is not closed. Pure. */
function splitWords(text: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  const token = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|(\s+)|([^\s'"\\])|([\s\S])/g;
  for (const [, single, double, escaped, space, plain, odd] of text.matchAll(token)) {
    if (odd !== undefined) return undefined;
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + (single ?? double?.replace(/\\([\s\S])/g, '$1') ?? escaped ?? plain ?? '');
    }
  }
  return word === undefined ? words : [...words, word];
}
