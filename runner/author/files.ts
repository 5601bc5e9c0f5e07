import { access, constants, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languages } from '../base/language.ts';
import type { Challenge } from '../challenge/definition.ts';
import { outlineOf, scriptCommands } from './texts.ts';

/** What a challenge's folder holds, and nothing else. */
const expected = ['brief.en.md', 'brief.pt-BR.md', 'challenge.ts', 'sabotage', 'solution', 'starter'];

/** Beside `challenge.ts` there may be parts of it; these are the only other files. */
const isPart = (name: string) => name === 'texts' || /^[a-z-]+(\.test)?\.ts$/.test(name);

/** What is wrong with the files of a challenge's folder, one sentence each, for its author; empty where nothing is. */
export async function problemsOfFiles(challenge: Challenge, folder: string): Promise<string[]> {
  const names = await readdir(folder);
  const missing = expected.filter(name => !names.includes(name));
  const stray = names.filter(name => !expected.includes(name) && !isPart(name));
  if (missing.length > 0) return missing.map(name => `${name} is missing`);
  return [
    ...stray.map(name => `${name} does not belong here`),
    ...(await scripts(challenge, folder)),
    ...(await sabotages(challenge, folder)),
    ...(await briefs(challenge, folder)),
  ];
}

async function scripts({ steps, roles, suggestedNetwork }: Challenge, folder: string): Promise<string[]> {
  const script = await readIfThere(join(folder, 'solution', 'up.sh'));
  if (script === undefined) return ['solution/up.sh is missing'];
  const commands = steps.map(step => step.command);
  const isSame = JSON.stringify(scriptCommands(script)) === JSON.stringify(commands);
  const own = roles.flatMap(role => [role.build, role.run.replaceAll('{network}', suggestedNetwork)]).filter(Boolean);
  return [
    ...(isSame ? [] : ['solution/up.sh does not run the docker commands of the steps, in their order and no others']),
    ...own.filter(command => !commands.includes(command)).map(command => `no step runs what a role says: ${command}`),
    ...((await isExecutable(join(folder, 'starter', 'up.sh'))) ? [] : ['starter/up.sh is missing or not executable']),
  ];
}

async function sabotages({ sabotage, objectives }: Challenge, folder: string): Promise<string[]> {
  const there = await readdir(join(folder, 'sabotage'));
  const listed = sabotage.map(entry => entry.folder);
  const failed = new Set(sabotage.flatMap(entry => entry.fails));
  const without = await Promise.all(
    there.map(async name => ((await isExecutable(join(folder, 'sabotage', name, 'up.sh'))) ? [] : [name])),
  );
  return [
    ...there.filter(name => !listed.includes(name)).map(name => `sabotage/${name} is not in the definition`),
    ...listed.filter(name => !there.includes(name)).map(name => `sabotage/${name} is in the definition and not there`),
    ...without.flat().map(name => `sabotage/${name}/up.sh is missing or not executable`),
    ...objectives.filter(({ id }) => !failed.has(id)).map(({ id }) => `no sabotage fails ${id}`),
  ];
}

async function briefs({ objectives }: Challenge, folder: string): Promise<string[]> {
  const texts = await Promise.all(languages.map(language => readFile(join(folder, `brief.${language}.md`), 'utf8')));
  const outlines = texts.map(text => JSON.stringify(outlineOf(text)));
  const isSame = outlines.every(outline => outline === outlines[0]);
  const unlisted = languages.flatMap((language, index) => {
    const brief = (texts[index] ?? '').toLowerCase().replaceAll(/ +/g, ' ');
    return objectives
      .filter(({ title, points }) => !brief.includes(`${title[language].toLowerCase()} | ${points} |`))
      .map(({ id }) => `brief.${language}.md does not list ${id} with its points`);
  });
  return [...(isSame ? [] : ['the briefs have not the same headings in both languages']), ...unlisted];
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
