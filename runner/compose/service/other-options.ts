import { say } from '../../language/say.ts';
import type { Service, Translating } from '../translating.ts';
import { Values } from '../values.ts';
import type { Word } from '../word.ts';
import { isMap, listOf, textOf } from '../yaml-map.ts';
import { hostOptions } from './build.ts';
import { shared } from './networks.ts';

/** What a service says that takes a little more than one option. */
export function otherOptions({ name, value }: Service, how: Translating): Word[] {
  const values = new Values(how.findings);
  const path = ['services', name];
  const sharing = (['ipc', 'pid'] as const).flatMap(key => {
    const mode = values.text([...path, key], value[key]);
    return mode === undefined ? [] : [`--${key}`, shared(mode, [...path, key], how)];
  });
  const devices = listOf(value.devices).flatMap((one, index) => {
    const device = textOf(one);
    if (device !== undefined) return ['--device', device];
    how.findings.note(say('translate.note-left-out', { at: [...path, 'devices', index].join('.') }));
    return [];
  });
  const limits = Object.entries(values.map([...path, 'ulimits'], value.ulimits)).flatMap(([limit, one]) => {
    const at = [...path, 'ulimits', limit];
    const [soft, hard] = isMap(one) ? [textOf(one.soft), textOf(one.hard)] : [textOf(one), undefined];
    if (soft === undefined) return values.wrong(at, 'number') ?? [];
    return ['--ulimit', `${limit}=${soft}${hard === undefined ? '' : `:${hard}`}`];
  });
  const logging = values.map([...path, 'logging'], value.logging);
  const driver = values.text([...path, 'logging', 'driver'], logging.driver);
  const settings = values.assignments([...path, 'logging', 'options'], logging.options);
  return [
    ...sharing,
    ...devices,
    ...limits,
    ...(driver === undefined ? [] : ['--log-driver', driver]),
    ...settings.flatMap(([key, text]) => ['--log-opt', `${key}=${text ?? ''}`]),
    ...hostOptions(value.extra_hosts, [...path, 'extra_hosts'], values),
  ];
}
