/**
 * `pass`; `fail`; `blocked`: an objective it needs has not passed; `unknown`: the engine or the checker could not tell,
 * which is never the learner's fault.
 */
export type Verdict = 'pass' | 'fail' | 'blocked' | 'unknown';
