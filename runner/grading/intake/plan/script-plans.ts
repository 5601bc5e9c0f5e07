import type { Message } from '../../../base/message.ts';
import { say } from '../../../language/say.ts';
import type { NotTaken } from '../../submission.ts';
import { isStore } from '../clutter.ts';
import { speaksOfAChallenge } from '../names/challenge-name.ts';
import { isAtHand, type PartFiles } from '../part-files.ts';
import { printable } from '../printable.ts';
import { leavesItToCompose } from './compose-script.ts';
import { makesByDocker, runsContainers } from './docker-deed.ts';
import { madeBy } from './made-by.ts';
import { baseName, callOf, shellPath, textsCalled, troubleOf } from './script-text.ts';
import { scriptWords } from './script-words.ts';

interface Offer {
  readonly file: string;
  readonly script: string;
  readonly remarks: readonly Message[];
}

/** What the scripts of a part offer, and which of them were passed over. */
interface ScriptOffers {
  readonly offers: readonly Offer[];
  /** How many of them go before any README: those of the first script that there is. */
  readonly firstCount: number;
  /** Scripts in some other folder. */
  readonly deep: readonly Offer[];
  /** Scripts with a usual name in which there is no docker command. */
  readonly without: readonly Offer[];
  readonly notTaken: readonly NotTaken[];
  /** A script that leaves all to Compose. */
  readonly composed?: string | undefined;
  /** Such a script in some other folder. */
  readonly deepComposed?: string | undefined;
  /** Why the first one that cannot be run cannot. */
  readonly because?: Message | undefined;
}

const named = ['up.sh', 'run.sh', 'start.sh'];
/** Scripts that take away what others have made, or that run inside of a container. */
const ignored =
  /^(?:\d+[-_.]?)?(?:down|stop|clean|clear|tear|reset|destroy|remove|rm|delete|kill|undo|parar|pare|limpa|limpeza|remov|encerr|derrub|desfaz|apaga|test|check|verif|entrypoint|docker-entrypoint|wait|healthcheck)[\w-]*\.(?:sh|bash|ps1|bat|cmd)$/i;
const before =
  /^(?:\d+[-_.]?)?(?:build|setup|init|create|network|prepare|construi|prepar|criar|cria|config)[\w-]*\.(?:sh|bash)$/i;

/** Scripts of a series; a submission with more was made to keep us busy. */
const maxCompared = 12;

/** True of a script that takes away what others have made, by its name. Pure. */
export function isCleaning(path: string): boolean {
  return ignored.test(baseName(path));
}

/** The scripts of a part in the order in which they are to be tried: those with a usual name, then others that run containers. Pure. */
export function scriptPlans(files: PartFiles): ScriptOffers {
  const textOf = (path: string) => files.text(path) ?? '';
  const calls = (path: string) => textsCalled([path], files).some(makesByDocker);
  const atHand = files.scripts.filter(isAtHand);
  const usual = named.flatMap(name => atHand.filter(path => baseName(path).toLowerCase() === name));
  const others = atHand.filter(path => !usual.includes(path) && !isCleaning(path) && makesByDocker(textOf(path)));
  const running = others.filter(path => runsContainers(textOf(path)));
  const isComposed = (path: string) => leavesItToCompose(textsCalled([path], files));
  const notTaken: NotTaken[] = [];
  const skip = (path: string, reason: Message) => void notTaken.push({ path, reason });
  const offers: Offer[] = [];
  const without: Offer[] = [];
  let firstCount = 0;
  let because: Message | undefined;
  let composed: string | undefined;
  for (const path of new Set([...usual, ...running, ...others])) {
    const file = printable(path);
    const trouble = troubleOf(path, textOf(path));
    const container = isContainers(path, files) && !calls(path);
    if (container) skip(path, say('intake.containers-own', { file }));
    else if (trouble !== undefined) {
      because ??= trouble;
      skip(path, trouble);
    } else if (isComposed(path)) {
      composed ??= path;
      skip(path, say('intake.left-to-compose', { file }));
    } else {
      // It is run before the one that needs it, or what it makes is needed by none.
      if (offers.length > 0 && others.includes(path) && !running.includes(path)) continue;
      const found = offersOf(path, others, files);
      if (calls(path) || mayCall(textOf(path))) {
        offers.push(...found);
        firstCount ||= offers.length;
      } else without.push(...found);
    }
  }
  const series = allInARow(running, others, files);
  if (series !== undefined && usual.length === 0) offers.splice(firstCount, 0, series);
  for (const path of atHand.filter(it => !usual.includes(it) && !others.includes(it)))
    skip(path, say('intake.for-something-else', { file: printable(path) }));
  composed ??= atHand.find(path => !isCleaning(path) && isComposed(path));
  const rest = files.scripts
    .filter(path => !isAtHand(path) && !isCleaning(path))
    .filter(
      path =>
        !path
          .split('/')
          .slice(0, -1)
          .some(name => speaksOfAChallenge(name) || isStore(name)),
    );
  const own = rest.filter(path => troubleOf(path, textOf(path)) === undefined && !isContainers(path, files));
  const deepComposed = own.find(isComposed);
  const deep = own
    .filter(path => runsContainers(textOf(path)) && !isComposed(path))
    .map(path => deepOffer(path, files));
  return { offers, firstCount, deep, without, notTaken, composed, deepComposed, because };
}

/** A script that a Dockerfile puts into an image, or starts, is the container's own program. */
function isContainers(path: string, files: PartFiles): boolean {
  const name = RegExp.escape(baseName(path));
  const mentioned = new RegExp(
    `^[ \\t]*(?:COPY|ADD|CMD|ENTRYPOINT|RUN)\\b[^\\n]*(?:^|[\\s"'/,[=])${name}(?=$|[\\s"',\\]])`,
    'im',
  );
  return files.dockerfiles.some(dockerfile => mentioned.test((files.text(dockerfile) ?? '').replace(/\\\r?\n/g, ' ')));
}

/** A program that has its name from a variable, or a file that is not here. */
function mayCall(text: string): boolean {
  return /\bdocker\b|\bmake\b|\$\{?\w*(?:docker|dkr|cmd)\w*\}?\s/i.test(text);
}

/** A script as it is called: without a word, or with those that it wants; behind what has to be there first. */
function offersOf(path: string, others: readonly string[], files: PartFiles): Offer[] {
  const series = seriesOf(path, others, files);
  const said = {
    before: series
      .slice(0, -1)
      .map(it => printable(it))
      .join('”, “'),
    file: printable(path),
  };
  const remarks = series.length > 1 ? [say('intake.also-run', said)] : [];
  const plain = callOf(series, files);
  const words = scriptWords(files.text(path) ?? '');
  const call = `bash ${shellPath(path)}\n`;
  const spoken = words.map(list => ({
    file: path,
    script: plain.replace(call, () => list.map(word => `${call.trimEnd()} ${word}\n`).join('')),
    remarks: [...remarks, say('intake.with-words', { file: printable(path), words: list.join(', ') })],
  }));
  return [...spoken, { file: path, script: plain, remarks }];
}

/** Where a script needs what it does not make, those that make it come first: `setup.sh` before `run.sh`, `1-…` before `2-…`. */
function seriesOf(path: string, others: readonly string[], files: PartFiles): readonly string[] {
  const text = files.text(path) ?? '';
  const calls = others.some(other => other !== path && text.includes(baseName(other)));
  if (calls) return [path];
  if (/^\d/.test(baseName(path))) return others.filter(other => /^\d/.test(baseName(other))).sort(byNumber);
  const own = madeBy(text);
  const needed = others.slice(0, maxCompared).filter(other => {
    if (other === path || !before.test(baseName(other))) return false;
    return [...madeBy(files.text(other) ?? '')].some(made => !own.has(made));
  });
  return [...needed, path];
}

/** Scripts that each start other containers may all be meant. */
function allInARow(running: readonly string[], others: readonly string[], files: PartFiles): Offer | undefined {
  const file = running[0];
  if (file === undefined || running.length < 2 || /^\d/.test(baseName(file))) return undefined;
  const names = running.map(path => [...madeBy(files.text(path) ?? '')].filter(it => it.startsWith('container ')));
  if (names.some(list => list.length === 0) || new Set(names.flat()).size < names.flat().length) return undefined;
  const text = running.map(path => files.text(path) ?? '').join('\n');
  if (running.some(path => text.includes(baseName(path)))) return undefined;
  const first = others.filter(path => before.test(baseName(path)) && !running.includes(path));
  const all = [...first, ...running];
  const remark = say('intake.in-a-row', { files: all.map(it => printable(it)).join('”, “') });
  return { file, script: callOf(all, files), remarks: [remark] };
}

/** Run where what it builds is found: from its own folder, unless only the part's folder has it. */
function deepOffer(path: string, files: PartFiles): Offer {
  const folder = path.slice(0, path.lastIndexOf('/'));
  const remarks = [say('intake.found-deeper', { file: printable(path) })];
  const contexts = [...shortLines(files.text(path) ?? '').matchAll(/\bbuild\b[^\n]*\s(\.{0,2}\/?[\w./-]+)\s*$/gm)];
  const fromTop = contexts
    .map(([, context = '']) => context.replace(/^\.\/|\/$/g, ''))
    .filter(context => context !== '.' && files.folders.has(context) && !files.folders.has(`${folder}/${context}`));
  const script = callOf([path], files);
  if (fromTop.length > 0 || /cd\s+["']?\$\(\s*dirname/.test(files.text(path) ?? ''))
    return { file: path, script, remarks };
  const inside = script.replace(/^bash .*$/m, () => `cd ${shellPath(folder)} && bash ${shellPath(baseName(path))}`);
  return { file: path, script: inside, remarks };
}

/** Without lines that nobody writes by hand. */
function shortLines(text: string): string {
  return text
    .split('\n')
    .filter(line => line.length <= 1000)
    .join('\n');
}

function byNumber(one: string, other: string): number {
  return Number.parseInt(baseName(one), 10) - Number.parseInt(baseName(other), 10) || (one < other ? -1 : 1);
}
