/** Runs a part of the work and tells how long it took; `lab` itself does not look at it, benchmarks do. */
export type Trace = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/** How long one part took. */
export interface Span {
  readonly name: string;
  readonly ms: number;
}

/** A trace that gives each part's time to `tell`. */
export function tracer(tell: (span: Span) => void): Trace {
  return async (name, work) => {
    const began = performance.now();
    try {
      return await work();
    } finally {
      tell({ name, ms: performance.now() - began });
    }
  };
}
