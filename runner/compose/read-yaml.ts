import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { say } from '../language/say.ts';
import type { ComposeProblem, Place } from './findings.ts';
import type { Path } from './yaml-map.ts';

/** A YAML file that was read. */
export interface ReadYaml {
  readonly value: unknown;
  /** What carries a tag of Compose's own, `!reset` or `!override`. */
  readonly tagged: readonly { readonly path: Path; readonly tag: string }[];
  /** Where a value stands; `undefined` if it is not in this file. */
  place(path: Path): Place | undefined;
}

/** No Compose file is so large; what is, is something else, or is meant to hold us up. */
const maxFileLength = 500_000;
const maxAliases = 200;

/** Reads YAML as Compose does: one document, anchors, merge keys. Never throws: what is wrong with it comes back. Pure. */
export function readYaml(file: string, text: string): ReadYaml | { readonly problems: readonly ComposeProblem[] } {
  const whole = (finding: ComposeProblem['finding']) => ({
    problems: [{ file, line: undefined, column: undefined, at: '', finding, next: undefined }],
  });
  if (text.length > maxFileLength) return whole(say('translate.too-big', { kilobytes: maxFileLength / 1000 }));
  const lines = new LineCounter();
  try {
    const document = parseDocument(text.replace(/^\uFEFF/, ''), {
      ...{ lineCounter: lines, merge: true, intAsBigInt: true, prettyErrors: false, logLevel: 'silent' },
    });
    if (document.errors.length > 0) {
      return {
        problems: document.errors.slice(0, 5).map(({ message, pos: [start] }) => {
          const { line, col } = lines.linePos(start);
          const finding = say('translate.bad-yaml', { reason: message.split('\n')[0] ?? '' });
          return { file, line, column: col, at: '', finding, next: say('translate.next-yaml') };
        }),
      };
    }
    const value: unknown = document.toJS({ maxAliasCount: maxAliases });
    return { value, tagged: taggedIn(document), place: path => placeIn(document, path, { file, lines }) };
  } catch (error) {
    // Lists in lists in lists, until the stack is full; or aliases of aliases.
    if (error instanceof RangeError) return whole(say('translate.too-deep'));
    return whole(say('translate.too-many-aliases', { max: maxAliases }));
  }
}

function taggedIn(document: Document): ReadYaml['tagged'] {
  const tagged: { path: Path; tag: string }[] = [];
  visit(document, {
    Pair: (_key, pair, above) => {
      const tag = isNode(pair.value) ? pair.value.tag : undefined;
      if (tag !== '!reset' && tag !== '!override') return;
      const keys = [...above, pair].flatMap(one => ('key' in one ? [String(one.key)] : []));
      tagged.push({ path: keys, tag });
    },
  });
  return tagged;
}

function placeIn(
  document: Document,
  path: Path,
  { file, lines }: { file: string; lines: LineCounter },
): Place | undefined {
  const node: unknown = document.getIn(path, true);
  if (!isNode(node) || node.range === undefined || node.range === null) return undefined;
  const { line, col } = lines.linePos(node.range[0]);
  return { file, line, column: col };
}
