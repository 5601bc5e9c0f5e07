/** What an image was, or is to be, made of; part of its inputs. */
export type ImageSource =
  /** This machine's distribution and release: `debian bookworm`. */
  | { readonly kind: 'packages'; readonly release: string }
  /** An image of a registry, by digest: `cgr.dev/chainguard/node@sha256:…`. */
  | { readonly kind: 'registry'; readonly reference: string }
  /** Another of the lab's images, by the id that it has. */
  | { readonly kind: 'image'; readonly id: string };

/** As the label `estaleiro.source` has it. */
export function formatSource(source: ImageSource): string {
  if (source.kind === 'packages') return `packages:${source.release}`;
  if (source.kind === 'registry') return `registry:${source.reference}`;
  return `image:${source.id}`;
}

/** Reads the label; `undefined` if it is none of ours. */
export function parseSource(text: string | undefined): ImageSource | undefined {
  const [, kind, rest = ''] = /^(packages|registry|image):(.+)$/.exec(text ?? '') ?? [];
  if (kind === 'packages') return { kind, release: rest };
  if (kind === 'registry') return { kind, reference: rest };
  if (kind === 'image') return { kind, id: rest };
  return undefined;
}
