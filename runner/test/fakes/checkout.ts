import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fiveChallenges } from './five-challenges.ts';

const real = join(import.meta.dirname, '../../..');

/** A checkout of the lab to write a challenge into: it has the folders of five, which are empty, and a catalogue of those. */
export class FakeCheckout implements AsyncDisposable {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  static async make(): Promise<FakeCheckout> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'estaleiro-checkout-')));
    for (const { id } of fiveChallenges) mkdirSync(join(root, 'challenges', id), { recursive: true });
    writeFileSync(join(root, 'challenges/catalogue.ts'), catalogue);
    mkdirSync(join(root, 'runner/test/challenges'), { recursive: true });
    // What the definition language and the kinds of checks stand on.
    const rooms = ['base', 'language', 'challenge', 'engine', 'probes', 'roles', 'checks'].map(
      room => `runner/${room}`,
    );
    for (const name of [...rooms, 'lab-images', 'node_modules', 'tsconfig.json'])
      symlinkSync(join(real, name), join(root, name));
    return new FakeCheckout(root);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}

const nameOf = (id: string) => `challenge${Number.parseInt(id, 10)}`;

/** Written as the real one is. */
const catalogue = `import type { Challenge } from '../runner/challenge/definition.ts';
${fiveChallenges.map(({ id }) => `import { ${nameOf(id)} } from './${id}/challenge.ts';`).join('\n')}

export const catalogue: readonly Challenge[] = [
${fiveChallenges.map(({ id }) => `  ${nameOf(id)},`).join('\n')}
];
`;
