import { shellQuote } from '../../base/shell-quote.ts';
import { say } from '../../language/say.ts';
import type { Service, Translating } from '../translating.ts';
import { Values } from '../values.ts';
import type { Word } from '../word.ts';

const durations = {
  interval: '--health-interval',
  timeout: '--health-timeout',
  start_period: '--health-start-period',
  start_interval: '--health-start-interval',
} as const;

/** How the engine finds out whether a container is healthy. */
export function healthOptions({ name, value }: Service, { findings }: Translating): Word[] {
  const values = new Values(findings);
  const path = ['services', name, 'healthcheck'];
  const health = values.map(path, value.healthcheck);
  const words = values.texts([...path, 'test'], health.test);
  if (values.truth([...path, 'disable'], health.disable) || words[0] === 'NONE') return ['--no-healthcheck'];
  const isText = !Array.isArray(health.test);
  const [kind = '', ...rest] = words;
  let command: string | undefined;
  if (words.length > 0 && isText) command = kind;
  else if (kind === 'CMD-SHELL' && rest.length === 1) command = rest[0];
  else if (kind === 'CMD' && rest.length > 0) {
    // `docker run` knows the form that a shell reads only: each word is quoted for it.
    command = rest.map(shellQuote).join(' ');
    findings.note(say('translate.note-health-shell', { service: name }));
  } else if (words.length > 0) values.wrong([...path, 'test'], 'command');
  const timing = Object.entries(durations).flatMap(([key, flag]) => {
    const duration = values.duration([...path, key], health[key]);
    if (duration !== undefined && key === 'start_interval') {
      findings.note(say('translate.note-needs-engine', { option: flag, version: '25' }));
    }
    return duration === undefined ? [] : [flag, duration];
  });
  const retries = values.fitting([...path, 'retries'], health.retries, /^\d{1,6}$/, 'number');
  return [
    ...(command === undefined ? [] : ['--health-cmd', command]),
    ...timing,
    ...(retries === undefined ? [] : ['--health-retries', retries]),
  ];
}
