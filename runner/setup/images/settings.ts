import { UsageError } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { imagesMessages } from '../texts/images.ts';

/** What the environment says about where the images come from. */
export interface SourceSettings {
  /** `LAB_IMAGES_SOURCE`; undefined: the registry where it is reachable, else Debian's packages. */
  readonly forced: 'debian' | 'chainguard' | undefined;
  /** `LAB_REGISTRY`: host and port. */
  readonly registry: string;
  /** True if the environment says anything: then images from elsewhere are out of date. */
  readonly explicit: boolean;
}

/** Throws UsageError when a setting makes no sense. */
export function sourceSettings(env: Readonly<Record<string, string | undefined>>, language: Language): SourceSettings {
  const t = imagesMessages[language];
  const forced = env.LAB_IMAGES_SOURCE || undefined;
  if (forced !== undefined && forced !== 'debian' && forced !== 'chainguard')
    throw new UsageError(t.unknownSource(forced), {
      next: ['LAB_IMAGES_SOURCE=debian lab images build'],
    });
  const registry = env.LAB_REGISTRY || 'cgr.dev';
  if (!/^([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?$/i.test(registry)) throw new UsageError(t.badRegistry(registry));
  return { forced, registry, explicit: forced !== undefined || Boolean(env.LAB_REGISTRY) };
}
