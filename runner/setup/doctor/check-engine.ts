import type { Engine } from '../../engine/engine.ts';
import type { setupMessages } from '../texts/setup.ts';
import type { Finding } from './finding.ts';

/** The oldest API with all that the lab asks for. */
const oldestApi = '1.41';

/** Compares versions such as `1.41` and `1.9` by their numbers. Pure. */
export function isAtLeast(version: string, oldest: string): boolean {
  return version.localeCompare(oldest, 'en', { numeric: true }) >= 0;
}

/** The engine's version and API. Fails with an EngineError where it does not answer. */
export async function checkEngine(
  { engine, source }: { engine: Engine; source: string },
  t: (typeof setupMessages)['en'],
): Promise<Finding> {
  const { version, api } = await engine.version();
  if (!isAtLeast(api, oldestApi)) {
    return { id: 'engine', ok: false, what: t.doctor.engineOld(version, api), fix: t.doctor.fixEngineOld };
  }
  return { id: 'engine', ok: true, what: t.doctor.engine(version, api, source, engine.address) };
}
