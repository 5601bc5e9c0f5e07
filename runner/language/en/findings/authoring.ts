import { code, codeList } from '../../../base/words.ts';

/** What is wrong with a challenge, for whoever writes it: what, and what to do. `place` is where in its texts or definition. */
export const authoring = {
  'author.two-ids': ({ id }: { id: string }) => `Two challenges have the id ${code(id)}. Give one of them another.`,
  'author.two-numbers': ({ number }: { number: number }) =>
    `Two challenges have the number ${number}. Give one of them another, in its id, too.`,
  'author.bad-id': ({ id }: { id: string }) =>
    `The id ${code(id)} is not a number and words. Write one such as ${code('06-short-name')}.`,
  'author.id-number': ({ id, number }: { id: string; number: number }) =>
    `The id ${code(id)} does not begin with the challenge's number, ${number}. Change the one or the other.`,
  'author.no-network': `${code('suggestedNetwork')} is empty, but a role's ${code('run')} has ${code('{network}')} in it. Give the network a name.`,
  'author.empty': ({ place, language }: { place: string; language: string }) =>
    `${code(place)} is empty in ${language}. Write it into ${code(`texts/${language}.ts`)}.`,

  'author.two-roles': ({ role }: { role: string }) => `Two roles have the id ${code(role)}. Give one of them another.`,
  'author.two-names': ({ name }: { name: string }) =>
    `Two roles suggest the name ${code(name)}. Containers on one engine need names of their own.`,
  'author.container-name': ({ role, name }: { role: string; name: string }) =>
    `Role ${code(role)}: ${code(name)} is no container name. Use two letters or digits at least, and no blanks.`,
  'author.calls-unknown': ({ role, called, known }: { role: string; called: string; known: readonly string[] }) =>
    `Role ${code(role)} calls ${code(called)}, which is no role. The roles are: ${codeList(known)}.`,
  'author.mounts-unknown': ({ role, volume }: { role: string; volume: string }) =>
    `Role ${code(role)} mounts ${code(volume)}, which is no role of kind ${code('volume')}. Add one, or take it out.`,
  'author.not-docker': ({ place, command }: { place: string; command: string }) =>
    `${code(place)} is no docker command: ${code(command)}. It is run without a shell and has to begin with ${code('docker')}.`,
  'author.needs-shell': ({ place, character, command }: { place: string; character: string; command: string }) =>
    `${code(place)} needs a shell because of ${code(character)}: ${code(command)}. It is run without one: write it plainly.`,

  'author.nothing-required': 'No objective is required: all are a bonus. Make one of them no bonus.',
  'author.two-objectives': ({ objective }: { objective: string }) =>
    `Two objectives have the id ${code(objective)}. Give one of them another.`,
  'author.no-points': ({ objective }: { objective: string }) =>
    `Objective ${code(objective)} is worth nothing. Its points have to be above zero.`,
  'author.needs-later': ({ objective, needed }: { objective: string; needed: string }) =>
    `Objective ${code(objective)} needs ${code(needed)}, which does not come before it. Put that one first, or take it out of ${code('needs')}.`,
  'author.unknown-role': ({ objective, role, known }: { objective: string; role: string; known: readonly string[] }) =>
    `Objective ${code(objective)} looks at ${code(role)}, which is no role. The roles are: ${codeList(known)}.`,
  'author.unknown-kind': ({ objective, kind, known }: { objective: string; kind: string; known: readonly string[] }) =>
    `Objective ${code(objective)} has the check ${code(kind)}, and there is no such kind. Did you mean ${codeList(known)}? ${code('docs/checks.md')} lists them all.`,
  'author.check-lacks': ({ objective, name, example }: { objective: string; name: string; example: string }) =>
    `The check of objective ${code(objective)} does not say ${code(name)}. Write it as in ${code(example)}.`,
  'author.check-has': ({ objective, name, example }: { objective: string; name: string; example: string }) =>
    `The check of objective ${code(objective)} says ${code(name)}, which its kind does not know. Write it as in ${code(example)}.`,
  'author.check-shape': ({ objective, name, example }: { objective: string; name: string; example: string }) =>
    `In the check of objective ${code(objective)}, ${code(name)} is one role where a list is meant, or a list where one is. Write it as in ${code(example)}.`,

  'author.two-sabotages': ({ folder }: { folder: string }) =>
    `The definition has the sabotage ${code(folder)} twice. Take one of them out.`,
  'author.fails-nothing': ({ folder }: { folder: string }) =>
    `The sabotage ${code(folder)} fails nothing. Name the objectives that it fails.`,
  'author.fails-unknown': ({ folder, objective }: { folder: string; objective: string }) =>
    `The sabotage ${code(folder)} fails ${code(objective)}, which is no objective. Name one by its id.`,
  'author.nothing-fails': ({ objective }: { objective: string }) =>
    `No sabotage fails ${code(objective)}. Write a small solution that does, and name it in the definition.`,
  'author.sabotage-undefined': ({ folder }: { folder: string }) =>
    `${code(`sabotage/${folder}`)} is there, but the definition does not name it. Say there what it fails.`,
  'author.sabotage-missing': ({ folder }: { folder: string }) =>
    `The definition names the sabotage ${code(folder)}, but ${code(`sabotage/${folder}/up.sh`)} is not there. Write it.`,

  'author.file-missing': ({ path }: { path: string }) =>
    `${code(path)} is missing. ${code('CONTRIBUTING.md')} says what belongs in it.`,
  'author.file-stray': ({ path }: { path: string }) => `${code(path)} does not belong here. Take it away.`,
  'author.texts-missing': ({ language }: { language: string }) =>
    `${code(`texts/${language}.ts`)} is missing. Write it with the keys of the other languages: each text stands in every language.`,
  'author.script': ({ path }: { path: string }) =>
    `${code(path)} is missing or not executable. Write it, and run ${code(`chmod +x ${path}`)}.`,
  'author.steps-differ': `${code('solution/up.sh')} has to run exactly the docker commands of ${code('steps')}, in the same order. Write the same in both.`,
  'author.no-step': ({ command }: { command: string }) =>
    `No step runs what a role says: ${code(command)}. Add it to ${code('steps')} and to ${code('solution/up.sh')}.`,
  'author.headings-differ':
    'The briefs do not have the same headings in both languages. Give them the same, in the same order.',
  'author.brief-lacks': ({ file, row }: { file: string; row: string }) =>
    `${code(file)} does not list an objective with its points. Add the row ${code(row)}.`,
  'author.to-do': ({ path, lines }: { path: string; lines: readonly string[] }) =>
    `${code(path)} still has TODOs, on ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}. Write what each asks for.`,

  'author.folder-name': ({ folder, id }: { folder: string; id: string }) =>
    `The folder is ${code(folder)}, but its definition has the id ${code(id)}. Give both the same name.`,
  'author.not-in-catalogue': ({ id }: { id: string }) =>
    `${code('challenges/catalogue.ts')} does not list ${code(id)}, so that the lab does not know it. Import it there, and add it to the list.`,
  'author.no-proof': ({ file }: { file: string }) =>
    `${code(file)} is missing, so that no test proves the challenge. Write it as that of another challenge is.`,
  'author.types': ({ path, line, reason }: { path: string; line: number; reason: string }) =>
    `${code(path)}, line ${line}: its types do not fit. TypeScript says: ${reason}`,
  'author.types-unchecked': ({ reason }: { reason: string }) =>
    `The types could not be checked (${reason}). Run ${code('npm ci')} in the lab's folder, and try again.`,
  'author.not-loaded': ({ reason }: { reason: string }) =>
    `${code('challenge.ts')} could not be loaded: ${reason}. Repair that first: the rest cannot be checked before.`,
  'author.not-bundled': ({ path, line, reason }: { path: string; line: number; reason: string }) =>
    `The challenges cannot be put into the lab. ${code(path)}, line ${line}: ${reason}`,
  'author.bundle-kept': `The lab goes on as it was before. ${code('npm run lab -- author check')} says what else is wrong.`,
  'author.no-bundle': 'Repair that, and start again.',
  'author.no-import': ({ path }: { path: string }) => `it imports ${code(path)}, which is not there`,
  'author.wrong-shape':
    'Something in the definition is missing, or is not what it has to be. Repair first what TypeScript says.',
  'author.exports-none': `${code('challenge.ts')} exports no challenge. Export what ${code('withTexts')} makes, as another challenge does.`,
};
