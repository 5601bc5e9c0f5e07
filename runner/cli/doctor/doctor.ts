import { examine } from '../../app/examine.ts';
import { asTyped } from '../../app/invocation.ts';
import type { Lab } from '../../app/lab.ts';
import { type ExitCode, exitCode } from '../../base/errors.ts';
import type { Finding } from '../../setup/doctor/finding.ts';
import { setupMessages } from '../../setup/texts/setup.ts';

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
