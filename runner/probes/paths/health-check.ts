const healthCheck =
  /^\/(?:[\w-]+\/)*(health|healthz|health-?check|live|livez|liveness|ready|readyz|readiness|ping|saude|status|up|alive|vivo)\/?(\?.*)?$/i;

/** True for paths that are asked for to see whether somebody lives: such calls come at any time, unasked. */
export const isHealthCheck = (target: string): boolean => healthCheck.test(target);
