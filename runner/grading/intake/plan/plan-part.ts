import { type Message, withMore } from '../../../base/message.ts';
import type { Challenge } from '../../../challenge/definition.ts';
import { parseLabJson } from '../../../challenge/lab-json.ts';
import { noWorkspace } from '../../../challenge/lab-json-content.ts';
import type { Problem } from '../../../format/problem.ts';
import { say } from '../../../language/say.ts';
import { type Fallback, maxPlans, type NotTaken, type Plan } from '../../submission.ts';
import { isAtHand, isNotes, isReadme, type PartFiles } from '../part-files.ts';
import { printable } from '../printable.ts';
import { leavesItToCompose } from './compose-script.ts';
import { builderFor } from './dockerfile.ts';
import { translateScript } from './powershell.ts';
import { planReadme } from './readme/plan-readme.ts';
import { surroundingsOf } from './readme/surroundings.ts';
import { isCleaning, scriptPlans } from './script-plans.ts';
import { baseName, callOf, preludeOf, shellPath, textsCalled, troubleOf, withCalled } from './script-text.ts';

/** How a part is brought up, and what an instructor should know of how that was found. */
export interface Planned {
  /** What the part offers first. */
  readonly plan: Plan;
  readonly remarks: readonly Message[];
  /** What else it offers, in order. */
  readonly fallbacks?: readonly Fallback[];
  /** What was looked at and is in no plan, and why. */
  readonly notTaken?: readonly NotTaken[];
  /** True if the plan is a script in some folder below, which may be a better place to look. */
  readonly isDeep?: boolean;
}

const composeFile = /^(?:docker-)?compose(?:[.-][\w-]+)?\.ya?ml$/i;
/** What runs commands, too, but not for bash. */
const windowsScript = /\.(?:ps1|bat|cmd)$/i;
const makefile = /^(?:gnu)?makefile$|^justfile$|^taskfile\.ya?ml$/i;

/** Whatever may say how to bring a part up. */
interface Offer {
  readonly file: string;
  readonly script: string;
  readonly remarks: readonly Message[];
}

/**
 * Looks for instructions in the order of the rules: `lab.json`, the usual scripts, another script, a README, other notes, a script
 * for Windows, a Compose file. The first that there is is the part's plan; the next ones are for where that does not come up whole.
 */
export function planPart(files: PartFiles, challenge: Challenge): Planned {
  const labJson = files.text('lab.json');
  const read = labJson === undefined ? undefined : parseLabJson(labJson, challenge);
  if (read?.kind === 'wrong') return { plan: { kind: 'none', because: badLabJson(read.problems[0]) }, remarks: [] };
  const workspace = read?.value ?? noWorkspace;
  // Dockerfiles are written by scripts, too.
  const mayBuild = [...files.dockerfiles, ...files.scripts].map(path => files.text(path) ?? '');
  const fallbackOf = ({ file, script, remarks }: Offer): Fallback => ({
    plan: {
      ...{ kind: 'script', file, script },
      builder: builderFor([...mayBuild, script]),
      ...{ binds: workspace.binds, paths: workspace.paths },
    },
    remarks,
  });
  const { run } = workspace;
  if (run !== undefined) return byRun(run, files, fallbackOf);
  const scripts = scriptPlans(files);
  const readmes = fromTexts(files.paths.filter(isReadme), files);
  const notes = fromTexts(files.paths.filter(isNotes), files);
  const windows = fromWindows(files);
  const [usual = [], others = []] = [
    scripts.offers.slice(0, scripts.firstCount),
    scripts.offers.slice(scripts.firstCount),
  ];
  const offers = distinct([
    ...[...usual, ...readmes.offers, ...others, ...notes.offers],
    ...[...scripts.deep, ...readmes.more, ...windows.offers, ...scripts.without],
  ]);
  const taken = new Set(offers.slice(0, maxPlans).map(({ file }) => file));
  const passedOver = [...scripts.notTaken, ...readmes.notTaken, ...notes.notTaken, ...windows.notTaken];
  const notTaken = passedOver.filter(({ path }) => !taken.has(path));
  const [first, ...rest] = offers.slice(0, maxPlans).map(fallbackOf);
  // Who says it to another shell first has not left it to a script that says nothing.
  if (first !== undefined && !(readmes.foreign !== undefined && scripts.without.some(it => it === offers[0])))
    return {
      ...first,
      ...(rest.length === 0 ? {} : { fallbacks: rest }),
      notTaken,
      isDeep: scripts.deep.some(it => it === offers[0]),
    };
  const compose = files.paths.find(path => composeFile.test(path));
  if (readmes.foreign !== undefined) return { plan: { kind: 'none', because: readmes.foreign }, remarks: [], notTaken };
  const composed = compose ?? scripts.composed ?? readmes.composed ?? notes.composed ?? windows.composed;
  if (composed !== undefined) return { ...composeOnly(composed), notTaken };
  if (scripts.deepComposed !== undefined) return { ...composeOnly(scripts.deepComposed), notTaken, isDeep: true };
  const because = scripts.because ?? windows.because ?? notes.foreign ?? say('intake.no-instructions');
  return { plan: { kind: 'none', because }, remarks: [], notTaken };
}

/** `run` is a script's file where there is one of that name, and a command where there is none. */
function byRun(run: string, files: PartFiles, planOf: (offer: Offer) => Fallback): Planned {
  const path = run
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
  const text = files.text(path);
  if (text === undefined && !files.paths.includes(path)) {
    const mentioned = files.scripts.filter(it => run.includes(baseName(it)));
    if (leavesItToCompose([run, ...textsCalled(mentioned, files)])) return composeOnly('lab.json');
    return planOf({ file: 'lab.json', script: `${run}\n`, remarks: [] });
  }
  const trouble = troubleOf(path, text ?? '#!/bin/sh\n:');
  if (trouble !== undefined) return { plan: { kind: 'none', because: trouble }, remarks: [] };
  if (leavesItToCompose(textsCalled([path], files))) return composeOnly(path);
  return planOf({ file: path, script: callOf([path], files), remarks: [] });
}

function composeOnly(file: string): Planned {
  return { plan: { kind: 'compose-only', file }, remarks: [] };
}

/** What texts for people tell to type. */
function fromTexts(paths: readonly string[], files: PartFiles) {
  const offers: Offer[] = [];
  const more: Offer[] = [];
  const notTaken: NotTaken[] = [];
  const there = surroundingsOf(files);
  let composed: string | undefined;
  let foreign: Message | undefined;
  for (const path of paths) {
    const text = files.text(path);
    if (text === undefined) continue;
    const cut = files.isCut(path) ? [say('intake.readme-too-long', { file: printable(path) })] : [];
    const offerOf = (script: string, remarks: readonly Message[]): Offer => {
      const called = withCalled(there.called([script]), files);
      const read = called.filter(it => script.includes(`bash ${shellPath(it)}`));
      return { file: path, script: `${preludeOf(called, read, files)}${script}`, remarks: [...cut, ...remarks] };
    };
    const found = planReadme(text, there);
    if (found.kind === 'script') {
      offers.push(offerOf(found.script, found.remarks));
      const whole = planReadme(text, there, true);
      if (whole.kind === 'script') more.push(offerOf(whole.script, whole.remarks));
    } else if (found.kind === 'foreign') {
      const reason = say('intake.foreign-syntax', { file: printable(path), what: found.what });
      foreign ??= reason;
      notTaken.push({ path, reason });
    } else if (found.kind === 'compose') {
      composed ??= path;
      notTaken.push({ path, reason: say('intake.left-to-compose', { file: printable(path) }) });
    } else notTaken.push({ path, reason: say('intake.says-nothing', { file: printable(path) }) });
  }
  return { offers, more, notTaken, composed, foreign };
}

/** Scripts for PowerShell and cmd that say what bash can say, too. */
function fromWindows(files: PartFiles) {
  const offers: Offer[] = [];
  const notTaken: NotTaken[] = [];
  let composed: string | undefined;
  let because: Message | undefined;
  for (const path of files.paths.filter(
    it => isAtHand(it) && (windowsScript.test(it) || makefile.test(baseName(it))),
  )) {
    const file = printable(path);
    const text = files.text(path) ?? '';
    const isMakefile = !windowsScript.test(path);
    const found = isMakefile ? undefined : translateScript(text);
    const plain = isMakefile ? text.replace(/^\t[@-]*/gm, '') : found?.kind === 'script' ? found.script : text;
    if (isCleaning(path)) {
      notTaken.push({ path, reason: say('intake.for-something-else', { file }) });
      continue;
    }
    if (leavesItToCompose([plain])) {
      composed ??= path;
      notTaken.push({ path, reason: say('intake.left-to-compose', { file }) });
    } else if (found?.kind === 'script' && /\bdocker\b/.test(found.script))
      offers.push({ file: path, script: found.script, remarks: [say('intake.translated', { file })] });
    else {
      const reason =
        found?.kind === 'foreign' && /\bdocker\b/.test(text)
          ? say('intake.foreign-syntax', { file, what: printable(found.what, 40) })
          : say('intake.not-a-shell-script', { file });
      because ??= reason;
      notTaken.push({ path, reason });
    }
  }
  return { offers, notTaken, composed, because };
}

/** Each script once, however it was found. */
function distinct(offers: readonly Offer[]): Offer[] {
  return offers.filter((offer, index) => offers.findIndex(({ script }) => script === offer.script) === index);
}

function badLabJson({ finding, next }: Problem): Message {
  return say('intake.bad-lab-json', { why: withMore(finding, next) });
}
