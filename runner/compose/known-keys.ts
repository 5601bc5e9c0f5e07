import { nearest } from '../format/nearest.ts';
import { say } from '../language/say.ts';
import type { Findings } from './findings.ts';
import { buildKeys } from './service/build.ts';
import { plainKeys } from './service/plain-options.ts';
import { isMap, mapOf, type Path, type YamlMap } from './yaml-map.ts';

/** Keys of one mapping: translated ones, those that Compose knows and plain docker commands do not, and those that change nothing. */
interface Keys {
  readonly known: readonly string[];
  readonly leftOut?: readonly string[];
  readonly noEffect?: readonly string[];
}

const words = (text: string) => text.trim().split(/\s+/);

const top: Keys = {
  known: words('version name services networks volumes secrets configs include'),
  leftOut: ['models'],
};
const service: Keys = {
  known: [
    ...plainKeys,
    ...words(
      'build image command entrypoint environment env_file ports volumes volumes_from networks network_mode links',
    ),
    ...words('depends_on healthcheck extra_hosts secrets configs deploy scale container_name profiles extends ulimits'),
    ...words('logging ipc pid devices'),
  ],
  leftOut: words(
    'blkio_config credential_spec gpus cpu_count cpu_percent models provider post_start pre_stop label_file use_api_socket',
  ),
  noEffect: words('attach develop'),
};
const build: Keys = {
  known: buildKeys,
  leftOut: words(
    'additional_contexts cache_to entitlements isolation no_cache_filter privileged provenance sbom secrets ssh ulimits',
  ),
};
const network: Keys = {
  known: words('driver driver_opts attachable enable_ipv6 external ipam internal labels name'),
  leftOut: ['enable_ipv4'],
};
const volume: Keys = { known: words('driver driver_opts external labels name') };
const file: Keys = {
  known: words('file name'),
  leftOut: words('content environment external template_driver driver driver_opts labels'),
};
const health: Keys = { known: words('test interval timeout retries start_period start_interval disable') };
const deploy: Keys = {
  known: words('mode replicas endpoint_mode labels placement resources restart_policy rollback_config update_config'),
};
const attachment: Keys = {
  known: words('aliases ipv4_address ipv6_address link_local_ips priority'),
  leftOut: words('mac_address driver_opts gw_priority interface_name'),
};
const dependency: Keys = { known: words('condition required'), noEffect: ['restart'] };

/** Tells keys that Compose does not know, as problems, and those that no plain command stands for, as notes. */
export function checkKeys(project: YamlMap, findings: Findings): void {
  check([], project, top, findings);
  const each = (path: Path, value: unknown, keys: Keys) => {
    for (const [name, one] of Object.entries(mapOf(value))) if (isMap(one)) check([...path, name], one, keys, findings);
  };
  each(['services'], project.services, service);
  each(['networks'], project.networks, network);
  each(['volumes'], project.volumes, volume);
  each(['secrets'], project.secrets, file);
  each(['configs'], project.configs, file);
  for (const [name, one] of Object.entries(mapOf(project.services))) {
    const path = ['services', name];
    const { build: builds, healthcheck, deploy: deployed, networks, depends_on: needed } = mapOf(one);
    check([...path, 'build'], mapOf(builds), build, findings);
    check([...path, 'healthcheck'], mapOf(healthcheck), health, findings);
    check([...path, 'deploy'], mapOf(deployed), deploy, findings);
    each([...path, 'networks'], networks, attachment);
    each([...path, 'depends_on'], needed, dependency);
  }
}

function check(path: Path, value: YamlMap, { known, leftOut = [], noEffect = [] }: Keys, findings: Findings): void {
  for (const key of Object.keys(value)) {
    const at = [...path, key].map(String).join('.');
    if (key.startsWith('x-') || known.includes(key)) continue;
    if (leftOut.includes(key)) findings.note(say('translate.note-left-out', { at }));
    else if (noEffect.includes(key)) findings.note(say('translate.note-no-effect', { at }));
    else {
      const meant = nearest(key, [...known, ...leftOut, ...noEffect]);
      const next = meant === undefined ? say('translate.next-key') : say('format.did-you-mean', { word: meant });
      findings.wrong([...path, key], say('translate.unknown-key', { at }), next);
    }
  }
}
