import { LabError, messageOf } from '../base/errors.ts';
import { checkCli, checkSameEngine } from '../setup/doctor/check-cli.ts';
import { checkEngine } from '../setup/doctor/check-engine.ts';
import { checkImages } from '../setup/doctor/check-images.ts';
import { checkDisk, checkNode } from '../setup/doctor/check-machine.ts';
import type { Finding } from '../setup/doctor/finding.ts';
import { setupMessages } from '../setup/texts/setup.ts';
import type { ConnectedEngine, Lab } from './lab.ts';

/** Looks at everything that the lab needs; nothing is provided on the way. */
export async function examine(lab: Pick<Lab, 'language' | 'env' | 'root' | 'connect'>): Promise<Finding[]> {
  const t = setupMessages[lab.language];
  const connected = await connect(lab);
  const engine = 'engine' in connected ? connected.engine : undefined;
  return await Promise.all([
    'engine' in connected ? checkEngine(connected, t).catch(engineFinding) : connected,
    checkCli(lab.env, t),
    engine ? checkSameEngine(lab.env, engine.address, t) : unasked('same-engine', t.doctor.cannotCompare),
    engine
      ? checkImages({ engine, root: lab.root, env: lab.env }, t)
      : unasked('images', t.doctor.imagesUnknown(t.doctor.needsEngine)),
    checkDisk(engine?.address, lab.root, lab.language),
    checkNode(process.versions.node, process.execPath, t),
  ]);
}

async function connect(lab: Pick<Lab, 'connect' | 'language'>): Promise<ConnectedEngine | Finding> {
  try {
    return await lab.connect({ provide: false, language: lab.language });
  } catch (error) {
    return engineFinding(error);
  }
}

function engineFinding(error: unknown): Finding {
  const { why = undefined, next = [] } = error instanceof LabError ? error : {};
  const what = [messageOf(error), ...(why === undefined ? [] : [why])].join(' ');
  return { id: 'engine', ok: false, what, fix: next.length === 0 ? 'lab engine status' : next.join('\n') };
}

function unasked(id: string, what: string): Finding {
  return { id, ok: 'warning', what };
}
