/**
 * What is being done for a part: an engine is made for it, its script runs, the verdicts are looked for, containers are
 * stopped for a moment to see what that does, and all of it is removed again.
 */
export type Phase = 'opening' | 'running' | 'checking' | 'disturbing' | 'closing';
