import { type Message, withMore } from '../../../base/message.ts';
import type { Challenge } from '../../../challenge/definition.ts';
import { parseLabJson } from '../../../challenge/lab-json.ts';
import { noWorkspace } from '../../../challenge/lab-json-content.ts';
import type { Problem } from '../../../format/problem.ts';
import { say } from '../../../language/say.ts';
import type { Plan } from '../../submission.ts';
import { isAtHand, isNotes, isReadme, type PartFiles } from '../part-files.ts';
import { printable } from '../printable.ts';
import { leavesItToCompose } from './compose-script.ts';
import { makesByDocker, runsContainers } from './docker-deed.ts';
import { builderFor } from './dockerfile.ts';
import { planReadme } from './plan-readme.ts';
import { callOf, troubleOf, withCalled } from './script-text.ts';

/** How a part is brought up, and what an instructor should know of how that was found. */
export interface Planned {
  readonly plan: Plan;
  readonly remarks: readonly Message[];
}

/** What was found so far: nothing, but with a reason that is better than "there is nothing". */
interface Missed {
  readonly because?: Message;
  /** A file whose instructions are Compose's. */
  readonly composed?: string;
}

const composeFile = /^(?:docker-)?compose(?:[.-][\w-]+)?\.ya?ml$/i;
/** What runs commands, too, but not for bash. */
const elsewhere = /\.(?:ps1|bat|cmd)$|^(?:gnu)?makefile$|^justfile$|^taskfile\.ya?ml$/i;
const named = ['up.sh', 'run.sh', 'start.sh'];
/** Scripts that take away what others have made, or that run inside of a container. */
const ignored =
  /^(?:\d+[-_.]?)?(?:down|stop|clean|clear|tear|reset|destroy|remove|rm|delete|kill|undo|parar|pare|limpa|limpeza|remov|encerr|derrub|desfaz|apaga|test|check|verif|entrypoint|docker-entrypoint|wait|healthcheck)[\w-]*\.(?:sh|bash)$/i;
const before = /^(?:\d+[-_.]?)?(?:build|setup|create|network|prepare|construi|prepar|criar|cria)[\w-]*\.(?:sh|bash)$/i;

/**
 * Looks for instructions in the order of the rules: `lab.json`, the usual scripts, another script, a README, other notes, a Compose
 * file.
 */
export function planPart(files: PartFiles, challenge: Challenge): Planned {
  const labJson = files.text('lab.json');
  const read = labJson === undefined ? undefined : parseLabJson(labJson, challenge);
  if (read?.kind === 'wrong') return { plan: { kind: 'none', because: badLabJson(read.problems[0]) }, remarks: [] };
  const workspace = read?.value ?? noWorkspace;
  // Dockerfiles are written by scripts, too.
  const mayBuild = [...files.dockerfiles, ...files.scripts].map(path => files.text(path) ?? '');
  const script = (file: string, text: string, remarks: readonly Message[] = []): Planned => ({
    plan: {
      ...{ kind: 'script', file, script: text },
      builder: builderFor([...mayBuild, text]),
      ...{ binds: workspace.binds, paths: workspace.paths },
    },
    remarks,
  });
  const { run } = workspace;
  if (run !== undefined) return byRun(run, files, script);
  const byScript = fromScripts(files, script);
  if ('plan' in byScript) return byScript;
  const byReadme = fromReadmes(files, script);
  if ('plan' in byReadme) return byReadme;
  const compose = files.paths.find(path => composeFile.test(path));
  const composed = compose ?? byScript.composed ?? byReadme.composed;
  if (composed !== undefined) return composeOnly(composed);
  const other = files.paths.find(path => isAtHand(path) && elsewhere.test(baseName(path)));
  const unread =
    other === undefined ? say('intake.no-instructions') : say('intake.not-a-shell-script', { file: printable(other) });
  const because = byScript.because ?? unread;
  return { plan: { kind: 'none', because }, remarks: [] };
}

type Script = (file: string, text: string, remarks?: readonly Message[]) => Planned;

/** `run` is a script's file where there is one of that name, and a command where there is none. */
function byRun(run: string, files: PartFiles, script: Script): Planned {
  const path = run
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
  const text = files.text(path);
  if (text === undefined && !files.paths.includes(path)) {
    const mentioned = files.scripts.filter(it => run.includes(baseName(it)));
    if (leavesItToCompose([run, ...textsOf(mentioned, files)])) return composeOnly('lab.json');
    return script('lab.json', `${run}\n`);
  }
  const trouble = troubleOf(path, text ?? '#!/bin/sh\n:');
  if (trouble !== undefined) return { plan: { kind: 'none', because: trouble }, remarks: [] };
  return leavesItToCompose(textsOf([path], files)) ? composeOnly(path) : script(path, callOf([path], files));
}

function composeOnly(file: string): Planned {
  return { plan: { kind: 'compose-only', file }, remarks: [] };
}

/** Of scripts, and of those that they call. */
function textsOf(scripts: readonly string[], files: PartFiles): string[] {
  return withCalled(scripts, files).map(path => files.text(path) ?? '');
}

function fromScripts(files: PartFiles, script: Script): Planned | Missed {
  const atHand = files.scripts.filter(isAtHand);
  const usual = named.flatMap(name => atHand.filter(path => baseName(path).toLowerCase() === name));
  const others = atHand
    .filter(path => !usual.includes(path) && !ignored.test(baseName(path)))
    .filter(path => makesByDocker(files.text(path) ?? ''));
  const running = others.filter(path => runsContainers(files.text(path) ?? ''));
  const isComposed = (path: string) => leavesItToCompose(textsOf([path], files));
  let because: Message | undefined;
  let composed: string | undefined;
  for (const path of [...usual, ...running, ...others]) {
    const trouble = troubleOf(path, files.text(path) ?? '');
    if (trouble !== undefined) because ??= trouble;
    else if (isComposed(path)) composed ??= path;
    else {
      const series = seriesOf(path, others, files);
      const remarks =
        series.length > 1
          ? [
              say('intake.also-run', {
                before: series
                  .slice(0, -1)
                  .map(it => printable(it))
                  .join('”, “'),
                file: printable(path),
              }),
            ]
          : [];
      return script(path, callOf(series, files), remarks);
    }
  }
  composed ??= atHand.find(path => !ignored.test(baseName(path)) && isComposed(path));
  return { ...(because === undefined ? {} : { because }), ...(composed === undefined ? {} : { composed }) };
}

/** Where a script runs what it does not build, those that build come first: `build.sh` before `run.sh`, `1-…` before `2-…`. */
function seriesOf(path: string, others: readonly string[], files: PartFiles): readonly string[] {
  const text = files.text(path) ?? '';
  const calls = others.some(other => other !== path && text.includes(baseName(other)));
  if (calls) return [path];
  if (/^\d/.test(baseName(path))) return others.filter(other => /^\d/.test(baseName(other))).sort(byNumber);
  if (/\bdocker\b[^\n]*\bbuild\b/.test(text)) return [path];
  return [...others.filter(other => other !== path && before.test(baseName(other))), path];
}

function fromReadmes(files: PartFiles, script: Script): Planned | Missed {
  let composed: string | undefined;
  for (const path of [...files.paths.filter(isReadme), ...files.paths.filter(isNotes)]) {
    const text = files.text(path);
    if (text === undefined) continue;
    const found = planReadme(text, files.folders);
    const cut = files.isCut(path) ? [say('intake.readme-too-long', { file: printable(path) })] : [];
    if (found.kind === 'script') return script(path, found.script, [...cut, ...found.remarks]);
    if (found.kind === 'foreign')
      return {
        plan: { kind: 'none', because: say('intake.foreign-syntax', { file: printable(path), what: found.what }) },
        remarks: cut,
      };
    if (found.kind === 'compose') composed ??= path;
  }
  return composed === undefined ? {} : { composed };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function byNumber(one: string, other: string): number {
  return Number.parseInt(baseName(one), 10) - Number.parseInt(baseName(other), 10) || (one < other ? -1 : 1);
}

function badLabJson({ finding, next }: Problem): Message {
  return say('intake.bad-lab-json', { why: withMore(finding, next) });
}
