import type { Language } from '../../../base/language.ts';

/**
 * What the screen asks of whoever finds engines, in the language to tell it in. `look` looks for an engine, in place of a
 * search that still goes on; `provide` sets one up where there is none. `examine` examines everything that the lab needs of the
 * machine; the answer to an earlier such question is not listened to.
 */
export type EngineEffect = { readonly to: 'engine'; readonly language: Language } & (
  | { readonly kind: 'look'; readonly provide: boolean }
  | { readonly kind: 'examine' }
);
