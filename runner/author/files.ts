import { access, constants, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languages } from '../base/language.ts';
import type { Message } from '../base/message.ts';
import type { Challenge } from '../challenge/definition.ts';
import { say } from '../language/say.ts';
import { outlineOf, scriptCommands } from './script-and-outline.ts';

/** What a challenge's folder holds, and nothing else. */
const expected = ['brief.en.md', 'brief.pt-BR.md', 'challenge.ts', 'sabotage', 'solution', 'starter'];

/** Beside `challenge.ts` there may be parts of it; these are the only other files. */
const isPart = (name: string) => name === 'texts' || /^[a-z-]+(\.test)?\.ts$/.test(name);

/** What is wrong with the files of a challenge's folder, one message each; empty where nothing is. */
export async function problemsOfFiles(challenge: Challenge, folder: string): Promise<Message[]> {
  const names = await readdir(folder);
  const missing = expected.filter(name => !names.includes(name));
  const stray = names.filter(name => !expected.includes(name) && !isPart(name));
  return [
    ...missing.map(path => say('author.file-missing', { path })),
    ...stray.map(path => say('author.file-stray', { path })),
    ...(await scripts(challenge, folder)),
    ...(await sabotages(challenge, folder)),
    ...(await briefs(challenge, folder)),
  ];
}

async function scripts({ steps, roles, suggestedNetwork }: Challenge, folder: string): Promise<Message[]> {
  const script = await textOf(join(folder, 'solution', 'up.sh'));
  const commands = steps.map(step => step.command);
  const isSame = JSON.stringify(scriptCommands(script)) === JSON.stringify(commands);
  const own = roles.flatMap(role => [role.build, role.run.replaceAll('{network}', suggestedNetwork)]).filter(Boolean);
  const unready = await without(folder, ['starter/up.sh', 'solution/up.sh']);
  return [
    ...unready.map(path => say('author.script', { path })),
    ...(isSame || script === '' ? [] : [say('author.steps-differ')]),
    ...own.filter(command => !commands.includes(command)).map(command => say('author.no-step', { command })),
  ];
}

async function sabotages({ sabotage, objectives }: Challenge, folder: string): Promise<Message[]> {
  const there: string[] = await readdir(join(folder, 'sabotage')).catch(() => []);
  const listed = sabotage.map(entry => entry.folder);
  const failed = new Set(sabotage.flatMap(entry => entry.fails));
  const unready = await without(
    folder,
    there.map(name => `sabotage/${name}/up.sh`),
  );
  return [
    ...there.filter(name => !listed.includes(name)).map(name => say('author.sabotage-undefined', { folder: name })),
    ...listed.filter(name => !there.includes(name)).map(name => say('author.sabotage-missing', { folder: name })),
    ...unready.map(path => say('author.script', { path })),
    ...objectives.filter(({ id }) => !failed.has(id)).map(({ id }) => say('author.nothing-fails', { objective: id })),
  ];
}

async function briefs({ objectives }: Challenge, folder: string): Promise<Message[]> {
  const files = languages.map(language => `brief.${language}.md`);
  const texts = await Promise.all(files.map(file => textOf(join(folder, file))));
  const [first, ...others] = texts.filter(text => text !== '').map(text => JSON.stringify(outlineOf(text)));
  const unlisted = languages.flatMap((language, index) => {
    const text = texts[index] ?? '';
    const brief = text.toLowerCase().replaceAll(/ +/g, ' ');
    return objectives
      .map(({ title, points }) => `${title[language]} | ${points} |`)
      .filter(row => text !== '' && !brief.includes(row.toLowerCase()))
      .map(row => say('author.brief-lacks', { file: files[index] ?? '', row: `| ${row}` }));
  });
  return [...(others.every(one => one === first) ? [] : [say('author.headings-differ')]), ...unlisted];
}

/** Empty where it is not there. */
async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

/** Those of these scripts that cannot be run. */
async function without(folder: string, paths: readonly string[]): Promise<string[]> {
  const checked = paths.map(path =>
    access(join(folder, path), constants.X_OK).then(
      () => [],
      () => [path],
    ),
  );
  return (await Promise.all(checked)).flat();
}
