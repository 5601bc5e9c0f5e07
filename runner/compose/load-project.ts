import { posix } from 'node:path';
import { say } from '../language/say.ts';
import { definedOf, parseEnvFile } from './env-file.ts';
import { applyExtends } from './extend.ts';
import { Findings, type Place } from './findings.ts';
import { BadVariable, interpolate, ownValue, type Variables } from './interpolate.ts';
import { canonical, merge, Tagged } from './merge.ts';
import { projectNameOf } from './project-name.ts';
import { type ReadYaml, readYaml } from './read-yaml.ts';
import { inFolder, rebase } from './rebase.ts';
import { isMap, listOf, mapOf, type Path, textOf, type YamlMap } from './yaml-map.ts';

/** Where a project comes from. Paths are below the folder of its first file. */
export interface ComposeSource {
  /** Its files, the later over the earlier. */
  readonly files: readonly string[];
  /** What the folder is called; the project is named for it if nothing else names it. */
  readonly folderName: string;
  /** The shell's variables; they come before those of `.env`. */
  readonly environment: Variables;
  /** Profiles that were asked for, beside those that `COMPOSE_PROFILES` names. */
  readonly profiles?: readonly string[];
  readonly projectName?: string;
  /** `undefined` if there is no such file, or none that may be read. */
  read(path: string): string | undefined;
}

/** A project with all its files put together, checked for nothing yet. */
export interface LoadedProject {
  readonly name: string;
  readonly project: YamlMap;
  readonly variables: Variables;
  readonly profiles: readonly string[];
}

const maxFiles = 50;

/** Reads a project and what it includes and extends. What is wrong with it goes to `findings`. */
export class ProjectLoader {
  readonly findings = new Findings(path => this.#locate(path));
  readonly #source: ComposeSource;
  readonly #read: ReadYaml[] = [];

  constructor(source: ComposeSource) {
    this.#source = source;
  }

  load(): LoadedProject {
    const { files, environment } = this.#source;
    const variables = { ...this.variablesOf('.env', environment), ...definedOf(environment) };
    const project = mapOf(this.loadFiles(files, '.', variables));
    const name =
      this.#source.projectName ??
      ownValue(variables, 'COMPOSE_PROJECT_NAME') ??
      textOf(project.name) ??
      this.#source.folderName;
    const profiles = [
      ...(this.#source.profiles ?? []),
      ...(ownValue(variables, 'COMPOSE_PROFILES') ?? '').split(',').map(it => it.trim()),
    ];
    return { name: projectNameOf(name), project, variables, profiles: profiles.filter(it => it !== '') };
  }

  /** Several files of one project, the later over the earlier. `folder`: where their paths are meant from. */
  loadFiles(files: readonly string[], folder: string, variables: Variables): YamlMap {
    let project: YamlMap = {};
    for (const file of files) {
      const own = this.loadFile(file, variables);
      const included = this.#included(own, folder, variables);
      const extended = applyExtends(own, file, { loader: this, variables });
      const { include: _, ...rest } = rebase(extended, folder);
      for (const kind of ['services', 'networks', 'volumes', 'secrets', 'configs']) {
        const twice = Object.keys(mapOf(rest[kind])).filter(name => Object.hasOwn(mapOf(included[kind]), name));
        for (const name of twice) this.findings.wrong([kind, name], say('translate.twice', { name }));
      }
      project = mapOf(merge(mapOf(merge(project, included)), rest));
    }
    return project;
  }

  /** One file, its variables put in and its short forms written out; an empty project if it cannot be read. */
  loadFile(file: string, variables: Variables): YamlMap {
    const text = this.#source.read(file);
    const wrong = (finding: ReturnType<typeof say>, next?: ReturnType<typeof say>) => {
      this.findings.add({ file, line: undefined, column: undefined, at: '', finding, next });
      return {};
    };
    if (text === undefined) return wrong(say('translate.no-file', { file }), say('translate.next-no-file'));
    if (this.#read.length >= maxFiles) return wrong(say('translate.too-many-files', { max: maxFiles }));
    const read = readYaml(file, text);
    if ('problems' in read) {
      for (const problem of read.problems) this.findings.add(problem);
      return {};
    }
    this.#read.push(read);
    if (!isMap(read.value)) return wrong(say('translate.not-a-project'), say('translate.next-project'));
    const filled = canonical(mapOf(this.#fill(read.value, [], variables)));
    return mapOf(read.tagged.reduce((value: unknown, { path, tag }) => withTag(value, path, tag), filled));
  }

  /** The variables of a file such as `.env`; none where there is no such file. */
  variablesOf(file: string, outer: Variables, raw = false): Record<string, string> {
    const text = this.#source.read(file);
    if (text === undefined) return {};
    try {
      return parseEnvFile(text, { outer, raw, onUnset: name => this.#noteUnset(name) });
    } catch (error) {
      if (!(error instanceof BadVariable)) throw error;
      this.findings.add({
        ...{ file, line: undefined, column: undefined, at: '' },
        ...{ finding: badVariable(error), next: undefined },
      });
      return {};
    }
  }

  /** Whether there is such a file, and it may be read. */
  has(file: string): boolean {
    return this.#source.read(file) !== undefined;
  }

  #included(project: YamlMap, folder: string, variables: Variables): YamlMap {
    // Each is read with an environment of its own: what is more than the files that are read at most is told there.
    const included = listOf(project.include).slice(0, maxFiles + 1);
    return included.reduce<YamlMap>((all, one) => {
      const given = isMap(one) ? one : { path: one };
      const paths = listOf(given.path).map(path => inFolder(folder, textOf(path) ?? ''));
      const place = textOf(given.project_directory);
      const own = place === undefined ? posix.dirname(paths[0] ?? '.') : inFolder(folder, place);
      const files =
        given.env_file === undefined
          ? [posix.join(own, '.env')]
          : listOf(given.env_file).map(it => inFolder(folder, String(it)));
      // Of two files, the later one counts; what was known before counts more than both.
      const ofFiles = Object.assign({}, ...files.map(file => this.variablesOf(file, variables)));
      const more = { ...ofFiles, ...definedOf(variables) };
      return mapOf(merge(all, this.loadFiles(paths, own, more)));
    }, {});
  }

  #fill(value: unknown, path: Path, variables: Variables): unknown {
    if (typeof value === 'string') {
      try {
        return value.includes('$') ? interpolate(value, { variables, onUnset: name => this.#noteUnset(name) }) : value;
      } catch (error) {
        if (!(error instanceof BadVariable)) throw error;
        this.findings.wrong(path, badVariable(error), say('translate.next-variable'));
        return '';
      }
    }
    if (Array.isArray(value)) return value.map((one, index) => this.#fill(one, [...path, index], variables));
    if (!isMap(value)) return value;
    const entries = Object.entries(value).filter(([key]) => path.length > 0 || !key.startsWith('x-'));
    return Object.fromEntries(entries.map(([key, one]) => [key, this.#fill(one, [...path, key], variables)]));
  }

  #noteUnset(name: string): void {
    this.findings.note(say('translate.note-unset', { name }));
  }

  /** The deepest place of a path that stands in a file, the last file first. */
  #locate(path: Path): Place {
    for (let length = path.length; length > 0; length--) {
      for (const read of this.#read.toReversed()) {
        const place = read.place(path.slice(0, length));
        if (place !== undefined) return place;
      }
    }
    return { file: this.#source.files[0] ?? '', line: undefined, column: undefined };
  }
}

function badVariable({ kind, what, said }: BadVariable) {
  if (kind === 'required') return say('translate.variable-required', { name: what, said });
  return kind === 'syntax' ? say('translate.bad-variable', { what }) : say('translate.value-too-long', { what });
}

/** The value with a mark at a path, where there is such a path. */
function withTag(value: unknown, [key, ...rest]: Path, tag: string): unknown {
  if (key === undefined) return new Tagged(tag, value);
  if (!isMap(value) || !Object.hasOwn(value, key)) return value;
  return { ...value, [key]: withTag(value[key], rest, tag) };
}
