import { type Message, withMore } from '../base/message.ts';
import { shellQuote } from '../base/shell-quote.ts';
import type { Challenge, Role } from '../challenge/definition.ts';
import type { ContainerFacts } from '../engine/facts.ts';
import { roleTitle, say, sayPaths } from '../language/say.ts';
import type { Binding } from '../roles/binding.ts';
import { commandForMissing, type Present, recreateCommand } from './docker-command.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { type Stopped, type Words, whyNeverRan, whyNotRunning } from './not-running.ts';

/** A role and the container that plays it, if one does. */
export interface Player {
  readonly role: Role;
  readonly binding: Binding | undefined;
  readonly container: ContainerFacts | undefined;
}

/** What every check works with: the evidence of one run. Pure. */
export class Case {
  readonly challenge: Challenge;
  readonly evidence: Evidence;

  constructor(challenge: Challenge, evidence: Evidence) {
    this.challenge = challenge;
    this.evidence = evidence;
  }

  player(roleId: string): Player {
    const role = this.challenge.roles.find(candidate => candidate.id === roleId);
    if (role === undefined) throw new TypeError(`${this.challenge.id} has no role ${roleId}`);
    const binding = this.evidence.bindings.find(candidate => candidate.role === roleId);
    const container = this.evidence.facts.containers.find(candidate => candidate.id === binding?.container);
    return { role, binding, container };
  }

  /** The finding where a role has no container: nobody plays it (`fail`), or it is not clear who does (`unknown`). */
  withoutPlayer({ role, binding }: Player, expected: Message): Finding {
    if (binding?.how === 'ambiguous') {
      const [first = ''] = binding.candidates;
      const next = `lab verify ${this.challenge.number} --bind ${role.id}=${shellQuote(first)}`;
      const { candidates, tried } = binding;
      const named = { role: roleTitle(role.id), names: candidates };
      const observed =
        tried === undefined
          ? say('role.several-containers', named)
          : say('role.nobody-calls', { ...named, paths: sayPaths(tried), entry: this.pathEntry(role.id) });
      return { verdict: 'unknown', observed, expected, next };
    }
    const { facts } = this.evidence;
    const next = commandForMissing(role, this.challenge, facts, this.#present(), binding?.leftOut?.name);
    return { verdict: 'fail', observed: say('role.no-container', { role: roleTitle(role.id) }), expected, next };
  }

  /** What `lab.json` has to say for the path of a role; of one that has paths, where this one has none. */
  pathEntry(role: string): string {
    const { id, roles, objectives } = this.challenge;
    const routed = objectives.flatMap(({ check }) => (check.kind === 'routes-to' ? [check.to] : []));
    const asked = routed.length > 0 ? routed : roles.flatMap(({ id: it, calls }) => (calls.length > 0 ? [it] : []));
    return JSON.stringify({ challenge: id, paths: { [asked.includes(role) ? role : (asked[0] ?? role)]: '/…' } });
  }

  /** The same for what says nothing about a container that is not there: `blocked`, or `unknown` as above. */
  waitingFor(player: Player, expected: Message): Finding {
    const finding = this.withoutPlayer(player, expected);
    return finding.verdict === 'fail' ? { ...finding, verdict: 'blocked' } : finding;
  }

  #present(): Present[] {
    return this.challenge.roles.flatMap(({ id, suggested }) => {
      const { container } = this.player(id);
      const port = this.evidence.http[id]?.attempts.find(({ outcome }) => outcome.ok)?.port;
      return container === undefined ? [] : [{ suggested, container, port }];
    });
  }

  /** The finding where a container is there but does not run, with the end of its log; `undefined` if it runs. */
  notRunning({ role, container }: Player, expected: Message): Finding | undefined {
    if (container === undefined) return undefined;
    const isUnstable = this.evidence.unstable.includes(container.id);
    if (container.state === 'running' && !isUnstable) return undefined;
    const { observed, next } = whyNotRunning(this.#stopped(role, container));
    return { verdict: 'fail', observed: withMore(observed, this.lastWords(role.id)), expected, next };
  }

  /** Why a container never came to do its work, and the way back, where its log cannot tell; `undefined` if it might. */
  neverRan({ role, container }: Player): Words | undefined {
    if (container === undefined || container.state === 'running' || container.state === 'paused') return undefined;
    return whyNeverRan(this.#stopped(role, container));
  }

  #stopped(role: Role, container: ContainerFacts): Stopped {
    return { container, role, challenge: this.challenge, facts: this.evidence.facts };
  }

  /** The telling line of a role's log: the last error if there is one, else the last line. */
  lastWords(roleId: string): Message | undefined {
    const lines = (this.evidence.logs[roleId] ?? []).map(line => line.text.trim()).filter(text => text !== '');
    const errors = lines.filter(
      text => /^(\w*(error|exception)\b|panic:|fatal)/i.test(text) || /(: not found|No such file)/.test(text),
    );
    const telling = errors.at(-1) ?? lines.at(-1);
    return telling === undefined
      ? undefined
      : say('container.last-log', { text: telling.length > 160 ? `${telling.slice(0, 159)}…` : telling });
  }

  /** The finding where an experiment could not be made: the machine's fault, or the checker's. */
  notTold(key: string, expected: Message): Finding {
    const reason = this.evidence.faults[key] ?? say('lab.no-probe');
    const next = `lab verify ${this.challenge.number}`;
    return { verdict: 'unknown', observed: say('lab.could-not-tell', { reason }), expected, next };
  }

  recreate(container: ContainerFacts, changes: Parameters<typeof recreateCommand>[2]): string {
    return recreateCommand(container, this.evidence.facts, changes);
  }
}
