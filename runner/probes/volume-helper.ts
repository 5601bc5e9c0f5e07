import type {
  DatabaseComparison,
  TakenVolume,
  VolumeAnswer,
  VolumeListing,
  VolumeRequest,
} from '../../lab-images/probe/volume-protocol.ts';
import { type Engine, EngineError, type Helper } from '../engine/engine.ts';
import { Dialogue, type WithoutId } from './dialogue.ts';
import { probeImage } from './probe.ts';

const answerMs = 20_000;

/** What reading other people's files, and giving a copy of them back to them, takes. */
const capabilities = ['DAC_OVERRIDE', 'CHOWN', 'FOWNER'];

/**
 * A helper that looks into volumes of the learner's, which it can only read, and works on a copy in a scratch volume, where
 * it is given one. Disposing of it removes it. While it is there, the engine refuses to remove the volumes.
 */
export class VolumeHelper implements AsyncDisposable {
  readonly #dialogue: Dialogue<VolumeAnswer>;

  private constructor(helper: Helper) {
    this.#dialogue = new Dialogue(helper, 'volume helper');
  }

  /** Throws an EngineError when it cannot be started. */
  static async open(
    engine: Engine,
    volumes: readonly string[],
    scratch: string | undefined,
    signal: AbortSignal,
  ): Promise<VolumeHelper> {
    const helper = await engine.startHelper(
      {
        image: probeImage,
        entrypoint: ['/usr/bin/node', '--disable-warning=ExperimentalWarning', '/probe/volume.mjs'],
        command: [],
        network: 'none',
        user: '0',
        addCapabilities: capabilities,
        volumes: [
          ...volumes.map((name, index) => `${name}:/volumes/${index}:ro`),
          ...(scratch === undefined ? [] : [`${scratch}:/scratch`]),
        ],
        purpose: volumes.length === 0 ? 'watch over a copy' : `look into ${volumes.join(', ')}`,
      },
      { signal },
    );
    return new VolumeHelper(helper);
  }

  /** What is in the volumes, in their order. */
  async survey(signal: AbortSignal): Promise<readonly VolumeListing[]> {
    return (await this.#ask({ do: 'survey' }, 'survey', answerMs, signal)).volumes;
  }

  /** Copies the first volume and reads the copy; one of more than `capBytes` is not copied. */
  async take(capBytes: number, signal: AbortSignal): Promise<TakenVolume> {
    return (await this.#ask({ do: 'take', capBytes }, 'take', 3 * answerMs, signal)).taken;
  }

  /** Remembers the rows of these databases of the copy. */
  async remember(paths: readonly string[], signal: AbortSignal): Promise<void> {
    await this.#ask({ do: 'remember', paths: [...paths] }, 'remember', answerMs, signal);
  }

  /** True when a remembered database of the copy has been written to; false where that did not happen in time. */
  async awaitChange(timeoutMs: number, signal: AbortSignal): Promise<boolean> {
    const request = { do: 'await-change', timeoutMs } as const;
    return (await this.#ask(request, 'await-change', timeoutMs + answerMs, signal)).changed;
  }

  /** What has become of the remembered rows. */
  async compare(signal: AbortSignal): Promise<readonly DatabaseComparison[]> {
    return (await this.#ask({ do: 'compare' }, 'compare', answerMs, signal)).databases;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#dialogue[Symbol.asyncDispose]();
  }

  async #ask<Kind extends VolumeAnswer['kind']>(
    request: WithoutId<VolumeRequest>,
    kind: Kind,
    deadlineMs: number,
    signal: AbortSignal,
  ): Promise<Extract<VolumeAnswer, { kind: Kind }>> {
    const answer = await this.#dialogue.ask(request, deadlineMs, signal);
    if (answer.kind === 'error') throw new EngineError('other', `${kind}: ${answer.message}`);
    return answer as Extract<VolumeAnswer, { kind: Kind }>;
  }
}
