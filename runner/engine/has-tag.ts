import type { Facts } from './facts.ts';

/** True if the engine has an image of this reference. */
export function hasTag(facts: Facts, reference: string): boolean {
  return facts.imageTags.includes(reference) || facts.imageTags.includes(`${reference}:latest`);
}
