import { buildGradingImages } from '../docker/sandbox-bench.ts';

/** Before tests that have an engine of their own each: the images that such engines are made of. */
export const setup = (): Promise<void> => buildGradingImages();
