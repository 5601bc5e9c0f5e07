import type { Message } from '../base/message.ts';
import type { Protocol } from '../challenge/definition.ts';
import { roleTitle, say } from '../language/say.ts';
import type { Binding } from './binding.ts';
import type { Clue } from './clues.ts';

/** Which container plays a role, and how that was found. */
export interface BindingReport {
  readonly role: string;
  /** `undefined` if none was found, or if several could be meant. */
  readonly name?: string | undefined;
  readonly how: 'bind' | 'name' | 'structure' | 'none' | 'ambiguous';
  readonly because: readonly Message[];
  /** Those that could be meant; none where it is clear. */
  readonly candidates: readonly string[];
}

/** How a role was found. `wasAsked` says that it was given with `--bind`. */
export function bindingReport(binding: Binding, wasAsked: boolean): BindingReport {
  const { role, name, how } = binding;
  const report = (because: readonly Message[], candidates: readonly string[] = []): BindingReport => ({
    ...{ role, name, how, because, candidates },
  });
  switch (how) {
    case 'bind':
      return report([say('binding.bind')]);
    case 'none':
      return report([wasAsked ? say('binding.not-there') : nobody(binding)]);
    case 'ambiguous':
      return report([say('binding.ambiguous', { names: binding.candidates })], binding.candidates);
    case 'name':
    case 'structure':
      return report([...reasons(binding.clues), ...passedOver(binding), ...leftOut(binding)]);
  }
}

function nobody(binding: Binding): Message {
  const role = roleTitle(binding.role);
  const [left] = leftOut(binding);
  return left === undefined ? say('binding.none', { role }) : say('binding.none-but', { role, leftOut: left });
}

const leftOut = ({ leftOut: left }: Binding): Message[] =>
  left === undefined ? [] : [say('binding.left-out', { name: left.name, challenge: left.challenge })];

const passedOver = ({ preferred }: Binding): Message[] =>
  preferred === undefined ? [] : [say(`binding.${preferred.why}`, { names: preferred.over })];

const nameOf: Readonly<Record<Protocol, string>> = { http: 'HTTP', postgresql: 'PostgreSQL', redis: 'Redis' };

/** The two clues that weigh most, each once. */
function reasons(clues: readonly Clue[]): Message[] {
  const told = clues.flatMap((clue): Message[] => {
    switch (clue.kind) {
      case 'word':
        return [say('binding.word', { word: clue.word })];
      case 'calls':
        return [say(clue.byOther ? 'binding.called-by' : 'binding.calls', { other: clue.other })];
      case 'mentions':
        if (clue.inProgram) return [say(clue.byOther ? 'binding.named-in' : 'binding.names', { other: clue.other })];
        return [say(clue.byOther ? 'binding.mentioned-by' : 'binding.mentions', { other: clue.other })];
      case 'software':
        return [say('binding.software', { word: clue.word })];
      case 'speaks':
        return clue.weight > 0 ? [say('binding.speaks', { protocol: nameOf[clue.protocol] })] : [];
      case 'usual-port':
        return [say('binding.usual-port', { port: clue.port })];
      case 'mounts':
        return clue.weight > 0 ? [say('binding.mounts', { volume: clue.volume, holds: clue.holds })] : [];
      case 'binds':
        return [say('binding.binds', { folder: clue.folder })];
      case 'mounted-by':
        return [say('binding.mounted-by', { other: clue.other })];
      case 'network':
        return [say('binding.network', { network: clue.network })];
      case 'holds-database':
      case 'ran':
      case 'suggested-name':
      case 'made-by-lab':
        return [say(`binding.${clue.kind}`)];
      default:
        return [];
    }
  });
  return [...new Map(told.map(reason => [JSON.stringify(reason), reason])).values()].slice(0, 2);
}
