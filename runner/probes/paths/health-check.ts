const words =
  `health healthz healthy health[-_]?check health[-_]?status _health live livez liveness ready readyz readiness readyness
  ping status heartbeat up alive vivo saude check checagem`
    .trim()
    .split(/\s+/);

const healthCheck = new RegExp(String.raw`^/(?:[\w-]+/)*(?:${words.join('|')})/?(?:\?.*)?$`, 'i');

/** A page below one that can be about nothing else, such as `/health/db`. */
const below = /^\/(?:[\w-]+\/)*(?:healthz?|health[-_]?check|saude)\/[\w-]+\/?(?:\?.*)?$/i;

/** True for paths that are asked for to see whether somebody lives: such calls come at any time, unasked. */
export const isHealthCheck = (target: string): boolean => healthCheck.test(target) || below.test(target);
