import type { Finding } from '../setup/finding.ts';

/** How the screen stands with the engine. */
export type EngineState =
  | { readonly kind: 'looking' }
  /** It answers. `images`: what is said of the lab images while they are being made ready; undefined once they are. */
  | { readonly kind: 'ready'; readonly source: string; readonly images: readonly string[] | undefined }
  /** There is none; `canSetUp` says that the lab can provide one here. */
  | {
      readonly kind: 'missing';
      readonly message: string;
      readonly findings: readonly Finding[];
      readonly canSetUp: boolean;
    }
  | { readonly kind: 'setting-up'; readonly lines: readonly string[] };

/** What the search for an engine tells. */
export type EngineEventForScreen =
  | { readonly kind: 'found'; readonly source: string }
  | {
      readonly kind: 'missing';
      readonly message: string;
      readonly findings: readonly Finding[];
      readonly canSetUp: boolean;
    }
  /** A line about what is done right now. */
  | { readonly kind: 'said'; readonly line: string }
  /** The lab images are there. */
  | { readonly kind: 'images-ready' };
