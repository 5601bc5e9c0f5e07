import type { Service, Translating } from '../translating.ts';
import { Values } from '../values.ts';
import type { Word } from '../word.ts';
import { isMap, listOf } from '../yaml-map.ts';

const port = String.raw`\d{1,5}(?:-\d{1,5})?`;
const short = new RegExp(
  String.raw`^(?:(?:(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:.]+\]|[0-9a-fA-F:]*:[0-9a-fA-F:]+|localhost):)?(?:${port})?:)?${port}(?:/(?:tcp|udp|sctp))?$`,
);

/** What of a service is reached from outside: a `--publish` for each port. */
export function portOptions({ name, value }: Service, { findings }: Translating): Word[] {
  const values = new Values(findings);
  return listOf(value.ports).flatMap((one, index) => {
    const path = ['services', name, 'ports', index];
    const text = isMap(one) ? longForm(one, values, path) : values.fitting(path, one, short, 'port');
    return text === undefined ? [] : ['--publish', text];
  });
}

function longForm(one: Readonly<Record<string, unknown>>, values: Values, path: readonly (string | number)[]) {
  const target = values.fitting([...path, 'target'], one.target, new RegExp(`^${port}$`), 'port');
  if (target === undefined) return values.wrong([...path, 'target'], 'port');
  const published = values.fitting([...path, 'published'], one.published, new RegExp(`^(?:${port})?$`), 'port') ?? '';
  const host = values.fitting([...path, 'host_ip'], one.host_ip, /^[\w.:[\]]+$/, 'text');
  const protocol = values.fitting([...path, 'protocol'], one.protocol, /^(?:tcp|udp|sctp)$/, 'port');
  const outside = host === undefined ? (published === '' ? '' : `${published}:`) : `${host}:${published}:`;
  return `${outside}${target}${protocol === undefined ? '' : `/${protocol}`}`;
}
