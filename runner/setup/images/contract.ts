import type { Contract } from '../../../lab-images/lab-image.ts';
import { withDeadline } from '../../engine/deadline.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ImageFacts } from '../../engine/facts.ts';

/** What an image does not keep of its contract, one line each; empty where it keeps all of it. */
export async function brokenPromises(
  engine: Engine,
  reference: string,
  contract: Contract,
  signal?: AbortSignal,
): Promise<string[]> {
  const facts = await engine.image(reference, { ...(signal ? { signal } : {}) });
  if (!facts) return [`${reference} is not there`];
  const broken = brokenByFacts(facts, contract);
  if ((contract.node === undefined && contract.service === undefined) || broken.length > 0) return broken;
  return brokenInside(await lookInside(engine, reference, contract, signal), contract);
}

/** What the engine's own description of the image shows. Pure. */
export function brokenByFacts(facts: ImageFacts, contract: Contract): string[] {
  const differs = (what: string, found: unknown, wanted: unknown) =>
    JSON.stringify(found) === JSON.stringify(wanted)
      ? []
      : [`${what} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];
  return [
    ...differs('user', facts.user, contract.user),
    ...differs('entrypoint', facts.entrypoint, contract.entrypoint),
    ...differs('working directory', facts.workingDirectory, contract.workingDirectory),
    ...Object.entries(contract.env).flatMap(([name, value]) => differs(name, facts.env[name], value)),
  ];
}

/** What a look from inside finds. */
export interface Inside {
  /** Of Node or of the service. */
  readonly version: string;
  readonly uid: number;
  /** Whether the working directory can be written to. */
  readonly writable: boolean;
  /** Those of the programs asked about that are on the PATH. */
  readonly present: readonly string[];
  /** Where those are that should be nowhere. */
  readonly traces: readonly string[];
}

/** Whether what was found inside is what the contract says. Pure. */
export function brokenInside(inside: Inside, contract: Contract): string[] {
  const major = Number.parseInt(inside.version, 10);
  const { node, service } = contract;
  const missing = contract.present.filter(program => !inside.present.includes(program));
  return [
    ...(node !== undefined && !(major >= node) ? [`Node is ${inside.version}, not ${node}`] : []),
    ...(service !== undefined && major !== service.major
      ? [`${service.program} is ${inside.version}, not ${service.major}`]
      : []),
    ...(String(inside.uid) === contract.user ? [] : [`it runs as user ${inside.uid}, not ${contract.user}`]),
    ...(inside.writable ? [] : [`${contract.workingDirectory} is not its user's own`]),
    ...(missing.length === 0 ? [] : [`without ${missing.join(', ')}`]),
    ...(inside.traces.length === 0 ? [] : [`with ${inside.traces.slice(0, 5).join(', ')}`]),
  ];
}

/** Runs in the image, so it is as plain as can be: it may have to run on any Node. */
const look = `
const fs = require('fs'), path = require('path');
const [present, absent] = JSON.parse(process.argv[1]);
const folders = process.env.PATH.split(':');
const traces = [];
(function walk(folder) {
  let entries = [];
  try { entries = fs.readdirSync(folder, { withFileTypes: true }); } catch {}
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) { if (!['/proc', '/sys', '/dev'].includes(file)) walk(file); }
    else if (absent.includes(entry.name)) traces.push(file);
  }
})(absent.length ? '/' : '/nowhere');
console.log(JSON.stringify({
  version: process.versions.node,
  uid: process.getuid(),
  writable: fs.statSync('.').uid === process.getuid(),
  present: present.filter(name => folders.some(folder => fs.existsSync(path.join(folder, name)))),
  traces,
}));
`;

/**
 * The same for images without Node, in nothing but what any shell has built in. Prints one fact a line; the arguments are
 * the service's program, what should be present, and what absent.
 */
const shellLook = `
while read -r name value _; do [ "$name" != Uid: ] || echo "uid $value"; done </proc/self/status
[ -O . ] && echo 'writable yes'
echo "version $("$1" --version)"
for name in $2; do ! command -v "$name" >/dev/null || echo "present $name"; done
walk() {
  for file in "$1"/* "$1"/.[!.]*; do
    case $file in /proc | /sys | /dev) continue ;; esac
    if [ -d "$file" ] && [ ! -L "$file" ]; then walk "$file"
    else case " $3 " in *" \${file##*/} "*) [ ! -e "$file" ] || echo "trace $file" ;; esac
    fi
  done
}
[ -z "$3" ] || walk '' '' "$3"
`;

/** What the look in shell has printed. Pure. */
export function parseShellLook(lines: readonly string[]): Inside {
  const all = (fact: string) =>
    lines.filter(line => line.startsWith(`${fact} `)).map(line => line.slice(fact.length + 1));
  return {
    // Such as `postgres (PostgreSQL) 17.7 (Debian …)` and `Redis server v=8.0.2 sha=…`.
    version: /\d+(\.\d+)+/.exec(all('version')[0] ?? '')?.[0] ?? '0',
    uid: Number(all('uid')[0] ?? -1),
    writable: all('writable').includes('yes'),
    present: all('present'),
    traces: all('trace'),
  };
}

/** How long the look may take, in milliseconds. */
const lookDeadlineMs = 60_000;

async function lookInside(engine: Engine, image: string, contract: Contract, signal?: AbortSignal): Promise<Inside> {
  const { present, absent, service } = contract;
  const command = service
    ? ['sh', '-c', shellLook, 'look', service.program, present.join(' '), absent.join(' ')]
    : ['-e', look, JSON.stringify([present, absent])];
  await using helper = await engine.startHelper(
    { image, command, network: 'none', purpose: 'image-check' },
    { ...(signal ? { signal } : {}) },
  );
  const said = await withDeadline(`look into ${image}`, lookDeadlineMs, signal, () => Array.fromAsync(helper.lines));
  if (service) return parseShellLook(said);
  try {
    return JSON.parse(said.join('')) as Inside;
  } catch {
    return { version: '0', uid: -1, writable: false, present: [], traces: [] };
  }
}
