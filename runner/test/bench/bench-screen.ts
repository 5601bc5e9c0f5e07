import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Crowd } from './crowd.ts';
import { say } from './figures.ts';
import { benchFirstPaint } from './first-paint.ts';
import { benchIdle } from './idle.ts';
import { benchLatency } from './latency.ts';
import { benchMemory, clearMemoryBench, memoryEnv } from './memory.ts';
import { complete, openChallenge, solved } from './scene.ts';

const others = 50;

/**
 * The screen, on a real terminal and a real engine with other people's containers on it. Needs an engine with the lab's
 * images. False if a limit of the issue is exceeded.
 */
export async function benchScreen(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'lab-bench-'));
  const env = { LAB_STATE_DIR: join(folder, 'state') };
  try {
    await benchFirstPaint(folder, env);
    say(`The rest with ${others} containers on the engine that have nothing to do with the challenge`);
    await using crowd = await Crowd.gather(others);
    void crowd;
    await using scene = await solved();
    void scene;
    await using terminal = await openChallenge({ ...env, ...memoryEnv(folder) });
    await terminal.sees(complete, 60_000);
    const isFast = await benchLatency(terminal);
    const isQuiet = await benchIdle(terminal);
    const isLean = await benchMemory(terminal, folder);
    terminal.type('q');
    await terminal.ends();
    return isFast && isQuiet && isLean;
  } finally {
    await clearMemoryBench();
    rmSync(folder, { recursive: true, force: true });
  }
}
