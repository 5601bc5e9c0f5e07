import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** What npm adds to a script's environment, beside the variables that begin with `npm_`. */
const ofNpm = ['INIT_CWD', 'NODE', 'COLOR'];
/** What tells about the terminal around the lab, which is not the one that the shell is in. */
const ofTerminal =
  /^(TERM_PROGRAM(_VERSION)?|VTE_VERSION|WT_SESSION|TMUX(_PANE)?|STY|WINDOW(ID)?|TERMCAP|COLUMNS|LINES)$/;
const npmFolder = /\/(node_modules\/\.bin|node-gyp-bin)\/?$/;

/**
 * The learner's own environment for the inner shell, without what the lab's launcher has added: with the folder of the
 * command `lab` on the PATH, and the engine that the lab uses where nothing else says which one to use.
 */
export function shellEnv(env: Env, labFolder: string, engine: string | undefined): Record<string, string> {
  const underNpm = env.npm_execpath !== undefined || env.npm_lifecycle_event !== undefined;
  const kept = Object.entries(env).filter((entry): entry is [string, string] => {
    const [name, value] = entry;
    if (value === undefined || ofTerminal.test(name)) return false;
    return !(underNpm && (name.startsWith('npm_') || ofNpm.includes(name)));
  });
  const path = (env.PATH ?? '')
    .split(delimiter)
    .filter(folder => folder !== '' && !(underNpm && npmFolder.test(folder)));
  return {
    ...Object.fromEntries(kept),
    ...engineVariable(env, engine),
    PATH: [labFolder, ...path.filter(folder => folder !== labFolder)].join(delimiter),
    TERM: 'xterm-256color',
  };
}

function engineVariable(env: Env, engine: string | undefined): { DOCKER_HOST?: string } {
  const isNamed = Boolean(env.DOCKER_HOST) || Boolean(env.DOCKER_CONTEXT);
  const isUsual = engine === 'unix:///var/run/docker.sock' || engine === 'unix:///run/docker.sock';
  return isNamed || isUsual || engine?.startsWith('unix://') !== true ? {} : { DOCKER_HOST: engine };
}

/** The learner's own shell, or one that every system has. */
export function shellOf(env: Env): string {
  const own = env.SHELL;
  if (own !== undefined && isAbsolute(own) && isExecutable(own)) return own;
  const folders = (env.PATH ?? '').split(delimiter).filter(isAbsolute);
  const bash = [...folders, '/bin'].map(folder => join(folder, 'bash')).find(isExecutable);
  return bash ?? '/bin/sh';
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
