import { shellWords } from '../base/shell-words.ts';
import { label } from '../engine/labels.ts';

/** What one docker command makes, where that has a name. `image` and `other` make nothing that could be in the way. */
export interface DockerStep {
  readonly kind: 'container' | 'network' | 'volume' | 'image' | 'other';
  readonly name: string | undefined;
  /** The words to run, with a label that says for which challenge it was made. */
  readonly words: readonly string[];
}

const verbs: readonly { readonly words: readonly string[]; readonly kind: DockerStep['kind'] }[] = [
  { words: ['run'], kind: 'container' },
  { words: ['create'], kind: 'container' },
  { words: ['container', 'run'], kind: 'container' },
  { words: ['container', 'create'], kind: 'container' },
  { words: ['build'], kind: 'image' },
  { words: ['image', 'build'], kind: 'image' },
  { words: ['network', 'create'], kind: 'network' },
  { words: ['volume', 'create'], kind: 'volume' },
];

/** Reads a docker command of a challenge's solution. Throws an Error when it would need a shell. */
export function dockerStep(command: string, challengeId: string): DockerStep {
  const words = shellWords(command);
  const verb = verbs.find(it => it.words.every((word, index) => words[index + 1] === word));
  if (verb === undefined) return { kind: 'other', name: undefined, words };
  const rest = words.slice(1 + verb.words.length);
  // A label on an image is a label on every container that anybody runs from it, and those are not ours.
  if (verb.kind === 'image') return { kind: 'image', name: undefined, words };
  const labelled = ['docker', ...verb.words, '--label', `${label.challenge}=${challengeId}`, ...rest];
  return { kind: verb.kind, name: nameIn(verb.kind, rest), words: labelled };
}

/** Options of `docker network create` that stand alone; all others, and all of `docker volume create`, take a value. */
const alone = ['--attachable', '--config-only', '--ingress', '--internal', '--ipv4', '--ipv6', '--'];

function takesValue(option: string): boolean {
  if (!option.startsWith('-') || option.includes('=')) return false;
  return option.startsWith('--') ? !alone.includes(option) : option.length === 2;
}

function nameIn(kind: DockerStep['kind'], rest: readonly string[]): string | undefined {
  if (kind === 'network' || kind === 'volume') {
    return rest.find((word, index) => !word.startsWith('-') && !takesValue(rest[index - 1] ?? ''));
  }
  if (kind !== 'container') return undefined;
  const index = rest.findIndex(word => word === '--name' || word.startsWith('--name='));
  return rest[index]?.startsWith('--name=') ? rest[index].slice('--name='.length) : rest[index + 1 || rest.length];
}
