import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ConnectedEngine, Lab } from '../../app/lab.ts';
import { enterWorkspace } from '../../app/workspace-folder.ts';
import { messageOf } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import { span } from '../../base/text/line.ts';
import type { Challenge } from '../../challenge/definition.ts';
import type { OpenShell, ShellSession, ShellSize } from '../../shell/shell.ts';
import type { ShellPort } from '../ports.ts';
import { wrap } from '../text/wrap.ts';
import type { ShellView } from '../widgets/shell/state.ts';
import { shellMessages } from '../widgets/shell/texts.ts';
import { shellEnv, shellOf } from './shell-env.ts';

type Tell = (change: Partial<ShellView>) => void;

/** What the shells of the screen stand on. */
interface Ground {
  readonly lab: Pick<Lab, 'env' | 'cwd' | 'root'>;
  /** The folder of the command `lab`. */
  readonly labFolder: string;
  /** Where the engine is that the lab uses, once it is known. */
  engine(): Promise<string | undefined>;
  readonly start: OpenShell;
}

/** How long a shell waits for the engine that it is to use, while that is being looked for. In milliseconds. */
const engineMs = 1000;

/** The ground of the real shells. What they need is loaded with the first one. */
export function shellGround(
  lab: Pick<Lab, 'env' | 'cwd' | 'root' | 'openShell'>,
  engine: { connected(): Promise<ConnectedEngine> },
): Ground {
  return {
    lab,
    labFolder: join(lab.root, 'runner'),
    engine: () =>
      Promise.race([
        engine.connected().then(connected => connected.engine.address),
        delay(engineMs, undefined, { ref: false }),
      ]),
    start: lab.openShell,
  };
}

/** The shells inside the screen: one for each challenge, for as long as the screen is open. */
export function screenShell(ground: Ground): ShellPort {
  const shells = new Map<string, ChallengeShell>();
  let isOver = false;
  const shellOfChallenge = (challenge: Challenge) => {
    const shell = shells.get(challenge.id) ?? new ChallengeShell(ground, challenge);
    shells.set(challenge.id, shell);
    return shell;
  };
  return {
    open: (challenge, size, language, tell) => {
      if (!isOver) shellOfChallenge(challenge).open(size, language, tell);
    },
    write: (challenge, keys) => shellOfChallenge(challenge).write(keys),
    resize: (challenge, size) => shells.get(challenge.id)?.resize(size),
    look: challenge => shells.get(challenge.id)?.look(),
    type: async (challenge, command) => shells.get(challenge.id)?.type(command),
    stop: async () => {
      isOver = true;
      await Promise.all([...shells.values()].map(shell => shell.stop()));
    },
  };
}

class ChallengeShell {
  readonly #ground: Ground;
  readonly #challenge: Challenge;
  #size: ShellSize = { columns: 80, rows: 24 };
  #language: Language = 'en';
  #tell: Tell = () => {};
  #starting: Promise<void> | undefined;
  #session: ShellSession | undefined;
  #isTroubled = false;
  #wasOpened = false;
  /** Typed before the shell was there. */
  #early = '';

  constructor(ground: Ground, challenge: Challenge) {
    this.#ground = ground;
    this.#challenge = challenge;
  }

  open(size: ShellSize, language: Language, tell: Tell): void {
    this.#size = size;
    this.#language = language;
    this.#tell = tell;
    this.#wasOpened = true;
    if (this.#session === undefined) this.#starting ??= this.#start();
  }

  write(keys: string): void {
    if (this.#session !== undefined) {
      if (this.#isTroubled) this.#tellTrouble(undefined);
      this.#session.write(keys);
    } else if (this.#starting !== undefined || !this.#wasOpened) this.#early += keys;
    else if (keys.includes('\r')) this.#starting = this.#start();
  }

  resize(size: ShellSize): void {
    this.#size = size;
    this.#session?.resize(size);
  }

  look(): void {
    this.#session?.look();
  }

  async type(command: string): Promise<void> {
    const t = shellMessages[this.#language];
    await this.#starting;
    if (this.#session === undefined) {
      if (!this.#isTroubled) this.#tellTrouble(t.notThere);
      return;
    }
    this.#tellTrouble((await this.#session.type(command)) ? undefined : t.occupied);
  }

  async stop(): Promise<void> {
    await this.#starting;
    await this.#session?.stop();
  }

  #tellTrouble(trouble: string | undefined): void {
    this.#isTroubled = trouble !== undefined;
    this.#tell({ trouble });
  }

  async #start(): Promise<void> {
    const t = shellMessages[this.#language];
    const { lab, labFolder, engine, start } = this.#ground;
    try {
      const place = await enterWorkspace({ ...lab, language: this.#language }, this.#challenge);
      this.#tell({ folder: basename(place.folder), rows: [], ended: undefined, busy: false });
      this.#tellTrouble(undefined);
      let isOver = false;
      const session = await start(
        {
          file: shellOf(lab.env),
          folder: place.folder,
          env: shellEnv(lab.env, labFolder, await engine()),
          size: this.#size,
          greeting: inWords(place.trouble ?? (place.isNew ? t.made(basename(place.folder)) : ''), this.#size.columns),
        },
        snapshot => {
          if (snapshot.ended !== undefined) {
            isOver = true;
            this.#session = undefined;
          }
          this.#tell(snapshot);
        },
      );
      if (isOver) return;
      this.#session = session;
      session.resize(this.#size);
      session.write(this.#early);
    } catch (error) {
      this.#tellTrouble(t.none(messageOf(error).split('\n')[0] ?? ''));
    } finally {
      this.#early = '';
      this.#starting = undefined;
    }
  }
}

/** Text for a terminal of so many columns: a terminal itself would break lines in the middle of words. */
function inWords(text: string, columns: number): string {
  const lines = wrap([span(text)], columns).map(line => line.map(part => part.text).join(''));
  return text === '' ? '' : `${lines.join('\r\n')}\r\n`;
}
