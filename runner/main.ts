import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };

/** From here on Node has what the other modules use. This file, and only this, must also be understood by Node 20. */
const minimum = [22, 18] as const;

/** The only place that ends the process. */
async function main(argv: readonly string[]): Promise<void> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    // Before anything is loaded: it costs what an empty program costs.
    process.stdout.write(`${manifest.version}\n`);
    return;
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < minimum[0] || (major === minimum[0] && minor < minimum[1])) {
    const { goOnWithOwnNode } = await import('./old-node.ts');
    process.exit(await goOnWithOwnNode(argv));
  }
  // Of 45 ms of compiling, this saves most, from the second start on. It fails silently where nothing can be written.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(fileURLToPath(new URL('../dist/compile-cache', import.meta.url)));
  const { run } = await import('./run.ts');
  const exitCode = await run(argv, code => process.exit(code));
  // What the process still holds open (an idle connection to the engine) must not keep a finished command waiting.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
}

await main(process.argv.slice(2));
