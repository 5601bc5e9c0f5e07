import { type ExitCode, exitCode, LabError, messageOf } from '../errors.ts';
import { asTyped } from '../invocation.ts';
import { setupMessages } from '../language/setup.ts';
import { checkCli, checkSameEngine } from '../setup/check-cli.ts';
import { checkEngine } from '../setup/check-engine.ts';
import { checkImages } from '../setup/check-images.ts';
import { checkDisk, checkNode } from '../setup/check-machine.ts';
import type { Finding } from '../setup/finding.ts';
import type { ConnectedEngine, Lab } from './lab.ts';

/**
 * `lab doctor`: looks at everything that the lab needs, provides nothing, and says what to do about each thing that is wrong.
 * `--json` writes `lab.doctor/1`. Exit code 0 where all is fine (warnings included), 3 otherwise.
 */
export async function doctor(lab: Lab, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const findings = await examine(lab);
  const ok = findings.every(finding => finding.ok !== false);
  const document = { schema: 'lab.doctor/1', ok, checks: findings };
  lab.out.write(
    json ? `${JSON.stringify(document, undefined, 2)}\n` : asTyped(renderFindings(findings, lab), lab.invocation),
  );
  return ok ? exitCode.ok : exitCode.couldNotTell;
}

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

/** Marks and words, with colour only beside them. */
export function renderFindings(findings: readonly Finding[], lab: Pick<Lab, 'language' | 'out'>): string {
  const t = setupMessages[lab.language].doctor;
  const paint = (code: number, text: string) => (lab.out.colour ? `\u001b[${code}m${text}\u001b[39m` : text);
  const lines = findings.flatMap(({ ok, what, fix }) => {
    const mark =
      ok === true ? paint(32, `✔ ${t.ok}`) : ok === 'warning' ? paint(33, `! ${t.warning}`) : paint(31, `✖ ${t.wrong}`);
    const steps = fix === undefined ? [] : fix.split('\n');
    return [
      `${mark}: ${what}`,
      ...steps.map((step, index) => (index === 0 ? `    ${t.fix}: ${step}` : `      ${step}`)),
    ];
  });
  const wrong = findings.filter(finding => finding.ok === false).length;
  return `${[...lines, '', wrong === 0 ? t.allFine : t.notAllFine(wrong)].join('\n')}\n`;
}
