import type { Language } from '../../../base/language.ts';
import type { Challenge } from '../../../challenge/definition.ts';
import type { Binds } from '../../../roles/binding.ts';
import type { BindingReport } from '../../../roles/binding-report.ts';
import { tellBinding } from '../../../verdict/tell-report.ts';
import type { RolePart } from './scene.ts';

/** Each role with what the last report says of it. */
export interface Cast {
  readonly kind: 'container' | 'volume';
  readonly suggested: string;
  /** Who plays it: a container, a volume, or the image of a container that is gone. */
  readonly player: string | undefined;
  readonly part: RolePart;
}

/** The roles of a challenge, in its order. */
export function castingOf(
  challenge: Challenge,
  bindings: readonly BindingReport[],
  language: Language,
  binds: Binds,
): Cast[] {
  return challenge.roles.map(({ id, kind = 'container', suggested, title }): Cast => {
    const binding = bindings.find(({ role }) => role === id);
    const said = binds[id];
    const found = binding?.how ?? 'none';
    const because = binding === undefined ? '' : tellBinding(binding, challenge, language).because;
    // What was just said of whom the last report took for it is so before the next report.
    const how = said !== undefined && said === binding?.name ? 'bind' : found;
    const candidates = binding?.candidates ?? [];
    return {
      kind,
      suggested,
      player: binding?.name,
      part: { role: id, title: title[language], how, because, candidates, said },
    };
  });
}
