import type { Challenge, Protocol } from '../challenge/definition.ts';
import type { Language } from '../language/language.ts';
import { type VerifyMessages, verifyMessages } from '../language/verify.ts';
import type { BindingReport } from '../report/report.ts';
import type { Binding } from '../roles/bind.ts';
import type { Clue } from '../roles/clues.ts';

/** How a role was found, for people. `wasAsked` says that it was given with `--bind`. */
export function bindingReport(
  binding: Binding,
  challenge: Challenge,
  wasAsked: boolean,
  language: Language,
): BindingReport {
  const { because } = verifyMessages[language];
  const { role, name, how } = binding;
  const title = challenge.roles.find(candidate => candidate.id === role)?.title[language] ?? role;
  switch (how) {
    case 'bind':
      return { role, title, name, how, because: because.bind };
    case 'none':
      return { role, title, name, how, because: wasAsked ? because.notThere : nobody(binding, title, because) };
    case 'ambiguous':
      return { role, title, name, how, because: because.ambiguous(binding.rivals) };
    case 'name':
    case 'structure':
      return {
        ...{ role, title, name, how },
        because: [...reasons(binding.clues, because), ...leftOut(binding, because)].join(', '),
      };
  }
}

function nobody(binding: Binding, title: string, because: VerifyMessages['because']): string {
  const [left] = leftOut(binding, because);
  return left === undefined ? because.none(title) : because.noneBut(title, left);
}

const leftOut = ({ leftOut: left }: Binding, because: VerifyMessages['because']): string[] =>
  left === undefined ? [] : [because.leftOut(left.name, left.challenge)];

const nameOf: Readonly<Record<Protocol, string>> = { http: 'HTTP', postgresql: 'PostgreSQL', redis: 'Redis' };

function reasons(clues: readonly Clue[], because: VerifyMessages['because']): string[] {
  const told = clues.flatMap(clue => {
    if (clue.kind === 'word') return [because.word(clue.word)];
    if (clue.kind === 'calls') return [(clue.byOther ? because.calledBy : because.calls)(clue.other)];
    if (clue.kind === 'mentions' && clue.inProgram)
      return [(clue.byOther ? because.namedIn : because.names)(clue.other)];
    if (clue.kind === 'mentions') return [(clue.byOther ? because.mentionedBy : because.mentions)(clue.other)];
    if (clue.kind === 'software') return [because.software(clue.word)];
    if (clue.kind === 'speaks' && clue.weight > 0) return [because.speaks(nameOf[clue.protocol])];
    if (clue.kind === 'usual-port') return [because.usualPort(clue.port)];
    if (clue.kind === 'mounts' && clue.weight > 0) return [because.mounts(clue.volume, clue.holds)];
    if (clue.kind === 'mounted-by') return [because.mountedBy(clue.other)];
    if (clue.kind === 'holds-database') return [because.holdsDatabase];
    if (clue.kind === 'ran') return [because.ran];
    if (clue.kind === 'network') return [because.network(clue.network)];
    if (clue.kind === 'suggested-name' || clue.kind === 'made-by-lab') return [because[clue.kind]];
    return [];
  });
  return [...new Set(told)].slice(0, 2);
}
