import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const real = join(import.meta.dirname, '../../..');

/** A checkout of the lab to write a challenge into: the catalogue is a copy, the challenges' folders are empty, the rest is ours. */
export class FakeCheckout implements AsyncDisposable {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  static async make(): Promise<FakeCheckout> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'estaleiro-checkout-')));
    const challenges = join(real, 'challenges');
    for (const name of readdirSync(challenges))
      if (/^\d/.test(name)) mkdirSync(join(root, 'challenges', name), { recursive: true });
    cpSync(join(challenges, 'catalogue.ts'), join(root, 'challenges/catalogue.ts'));
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
