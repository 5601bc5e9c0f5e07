import type { PolicyLimits } from './policy-limits.ts';
import { PolicyRefusal } from './refusal.ts';
import { list, map, object, type Rule, text, wrong } from './rules.ts';
import type { Json } from './strict-json.ts';

/** `8080/tcp`. Ranges are the client's to spell out: it does. */
function portKey(key: string, at: string): void {
  const [, port] = /^(\d{1,5})(?:\/(?:tcp|udp))?$/.exec(key) ?? [];
  if (port === undefined || Number(port) < 1 || Number(port) > 65_535) throw wrong(at, key);
}

/** What an image says it listens on, or `--expose`. */
export function exposedPorts({ publishedPorts: most }: PolicyLimits): Rule {
  return map(object({}), { most, key: portKey });
}

const everybody = ['', '0.0.0.0', '127.0.0.1', '::', '::1'];

/** `-p`: on the sandbox's addresses, on ports that its own machinery does not use, and not too many. */
export function publishedPorts({ publishedPorts: most, reservedPorts }: PolicyLimits): Rule {
  const binding = object({
    HostIp: (value, at) => {
      const address = text(64)(value, at);
      if (address !== undefined && !everybody.includes(String(address)))
        throw new PolicyRefusal('port', String(address));
      return address;
    },
    HostPort: (value, at) => {
      const port = text(5, /^\d+$/)(value, at);
      if (port === undefined || port === '' || port === '0') return '';
      if (Number(port) > 65_535 || reservedPorts.includes(Number(port))) throw new PolicyRefusal('port', String(port));
      return String(Number(port));
    },
  });
  const bindings = map(list(binding, most), { most, key: portKey });
  return (value, at) => {
    const read = bindings(value, at);
    const all = Object.values((read ?? {}) as Record<string, Json[]>).flat();
    if (all.length > most) throw new PolicyRefusal('too-many', '--publish', String(most));
    return read;
  };
}
