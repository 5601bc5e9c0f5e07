/**
 * True for the image of a container in which the classic builder does a step, as the engine names it. Who runs an image by
 * its whole digest looks the same: such a container is left out only where it plays no part.
 */
export function isBuildStep(image: string): boolean {
  return image.startsWith('sha256:');
}
