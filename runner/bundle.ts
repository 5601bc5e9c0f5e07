import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { bundleInputs, digestOfFiles } from './bundle-inputs.ts';

/*
 * Makes `dist/main.js`, the program of policies' threads, and their chunks, unless they are there and made from these very
 * inputs; and the command `lab` for npx. See docs/decisions/2026-11-20-bundle.md. Run by `npm ci` (prepare), `npm start`, `npm run lab` and the tests.
 */
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const digestFile = join(dist, 'inputs.sha256');

/** Chunks of the bundle before stay this long: a `lab` that runs since then may still have to load some. */
const keepOldMs = 24 * 60 * 60 * 1000;

const digest = digestOfFiles(root, bundleInputs(root));
if (readIfThere(digestFile) !== digest) await bundle(digest).catch(tellChallenge);
linkCommand();

async function bundle(digest: string): Promise<void> {
  const { rolldown } = await import('rolldown');
  const name = digest.slice(0, 12);
  const build = await rolldown({
    input: {
      main: join(root, 'runner/main.ts'),
      'policy-worker': join(root, 'runner/grading/policy/policy-worker.ts'),
    },
    cwd: root,
    platform: 'node',
    // Only looked for, and done without, by what asks for them; and the inner shell's, which have files of their own.
    external: ['react-devtools-core', 'cpu-features', /\.node$/, '@lydell/node-pty', '@xterm/headless'],
    transform: {
      define: {
        'process.env.NODE_ENV': '"production"',
        // The program knows what it was made of: whatever changes it, results that it wrote before are not taken for its own.
        'process.env.LAB_BUNDLE_DIGEST': JSON.stringify(digest),
      },
    },
    plugins: [{ name: 'cheaper-docker-client', transform: { handler: cheaperDockerClient } }],
    checks: { pluginTimings: false },
  });
  const { output } = await build.generate({
    format: 'esm',
    // A `lab` that runs while another version is made goes on with its own.
    entryFileNames: ({ name: entry }) => (entry === 'main' ? 'main.js' : `${entry}-${name}.js`),
    chunkFileNames: '[name]-[hash].js',
    sourcemap: false,
  });
  await build.close();
  mkdirSync(dist, { recursive: true });
  // The entry last: it is complete with everything that it names.
  for (const file of output.toReversed())
    replace(join(dist, file.fileName), file.type === 'chunk' ? file.code : file.source);
  replace(digestFile, digest);
  const now = new Set(output.map(({ fileName }) => fileName));
  for (const name of readdirSync(dist)) {
    const path = join(dist, name);
    if (now.has(name) || path === digestFile || Date.now() - statSync(path).mtimeMs < keepOldMs) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Takes out of dockerode what costs 60 ms at every start and is for builds with BuildKit sessions only, and loads its
 * SSH client (for `DOCKER_HOST=ssh://…`) when it is used. Fails where a new version looks different.
 */
function cheaperDockerClient(code: string, id: string): { code: string } | undefined {
  if (id.endsWith('dockerode/lib/session.js')) {
    return { code: `module.exports = () => { throw new Error('BuildKit sessions are left out of the bundle'); };` };
  }
  if (!id.endsWith('docker-modem/lib/ssh.js')) return undefined;
  const eager = "var Client = require('ssh2').Client,\n  http = require('http');";
  if (!code.includes(eager) || !code.includes('new Client()')) throw new Error(`${id} is not as this bundle knows it`);
  return {
    code: code
      .replace(eager, "var http = require('http');")
      .replaceAll('new Client()', "new (require('ssh2').Client)()"),
  };
}

/**
 * What is wrong with a challenge is told to its author, and the lab goes on as it was before: it can say what else is wrong.
 * Throws what is no challenge's fault.
 */
async function tellChallenge(error: unknown): Promise<void> {
  const { challengeProblem } = await import('./bundle-problem.ts');
  const problem = challengeProblem(error, root);
  if (problem === undefined) throw error;
  const [{ languageOfEnvironment }, { inLanguage }] = await Promise.all([
    import('./base/language.ts'),
    import('./language/tell.ts'),
  ]);
  const { say } = await import('./language/say.ts');
  const isKept = existsSync(join(dist, 'main.js'));
  const told = [problem, isKept ? say('author.bundle-kept') : say('author.no-bundle')];
  const language = languageOfEnvironment(process.env);
  process.stderr.write(told.map(message => `${inLanguage(message, language)}\n`).join(''));
  if (!isKept) process.exit(3);
}

/** npm links the commands of dependencies, but not that of the project itself: this is for npm's scripts and older npx. */
function linkCommand(): void {
  const link = join(root, 'node_modules/.bin/lab');
  const temporary = `${link}-${process.pid}`;
  symlinkSync('../../runner/lab', temporary);
  renameSync(temporary, link);
}

/** At once, so that nobody reads half a file. */
function replace(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
