import { existsSync } from 'node:fs';
import { access, constants, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Challenge } from '../runner/challenge/definition.ts';

const here = import.meta.dirname;
const folders = (await readdir(here, { withFileTypes: true }))
  .filter(entry => entry.isDirectory() && existsSync(join(here, entry.name, 'challenge.ts')))
  .map(entry => entry.name)
  .sort();

/** The definition that a challenge's folder exports, under whatever name. */
async function definitionIn(folder: string): Promise<Challenge> {
  const exported: Record<string, Challenge> = await import(join(here, folder, 'challenge.ts'));
  const definition = Object.values(exported).find(value => value.id === folder);
  if (!definition) throw new Error(`${folder}/challenge.ts exports no challenge whose id is ${folder}`);
  return definition;
}

/** The docker commands of a shell script, continued lines joined. */
function dockerCommands(script: string): string[] {
  const lines = script.replaceAll(/\s*\\\n\s*/g, ' ').split('\n');
  return lines.map(line => line.trim()).filter(line => line.startsWith('docker '));
}

/** The levels of the headings of a Markdown page, in order, without what only looks like one inside a code block. */
function outline(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/^(#+) /gm)].map(match => match[1] ?? '');
}

test('there is a challenge', () => expect(folders).toContain('01-networked-containers'));

describe.each(folders)('%s', folder => {
  const file = (...parts: string[]) => join(here, folder, ...parts);

  test('its up.sh runs the commands of its steps, in their order, and nothing else of docker', async () => {
    const { steps } = await definitionIn(folder);
    const script = await readFile(file('solution', 'up.sh'), 'utf8');
    expect(dockerCommands(script)).toEqual(steps.map(step => step.command));
  });

  test('its steps say, in both languages, what each command is for', async () => {
    const { steps } = await definitionIn(folder);
    for (const { what } of steps) for (const text of [what.en, what['pt-BR']]) expect(text).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('its steps build and run each role as the role itself says', async () => {
    const { steps, roles, suggestedNetwork } = await definitionIn(folder);
    const commands = steps.map(step => step.command);
    for (const role of roles) {
      expect(commands).toContain(role.build);
      expect(commands).toContain(role.run.replaceAll('{network}', suggestedNetwork));
    }
  });

  test('each sabotage that it lists has a script, each script is listed, and it fails objectives that exist', async () => {
    const { sabotage, objectives } = await definitionIn(folder);
    const known = objectives.map(objective => objective.id);
    expect(sabotage.map(entry => entry.folder).sort()).toEqual((await readdir(file('sabotage'))).sort());
    for (const entry of sabotage) {
      await access(file('sabotage', entry.folder, 'up.sh'), constants.X_OK);
      expect(entry.fails.length).toBeGreaterThan(0);
      expect(known).toEqual(expect.arrayContaining([...entry.fails]));
    }
  });

  test.each(['en', 'pt-BR'] as const)('its brief in %s lists every objective with its points', async language => {
    const brief = (await readFile(file(`brief.${language}.md`), 'utf8')).toLowerCase().replaceAll(/ +/g, ' ');
    for (const { title, points } of (await definitionIn(folder)).objectives) {
      expect(brief).toContain(`${title[language].toLowerCase()} | ${points} |`);
    }
  });

  test('its briefs have the same outline in both languages', async () => {
    const english = outline(await readFile(file('brief.en.md'), 'utf8'));
    expect(english.length).toBeGreaterThan(2);
    expect(outline(await readFile(file('brief.pt-BR.md'), 'utf8'))).toEqual(english);
  });
});
