import { describe, expect, it } from 'vitest';
import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import type { ConnectedEngine, Lab } from '../../app/lab.ts';
import { CouldNotTell } from '../../base/errors.ts';
import type { Language } from '../../base/language.ts';
import type { Verdict } from '../../checks/verdict.ts';
import type { Engine, Removed } from '../../engine/engine.ts';
import { allIds, reportOf } from '../../screen/test/scene.ts';
import { noJournal } from '../../test/fakes/journal.ts';
import { fakeLab } from '../../test/fakes/lab.ts';
import { type Playing, play } from './play.ts';

function stage(language: Language, removed: readonly Removed[] = []) {
  const written: string[] = [];
  const cleaned: Readonly<Record<string, string>>[] = [];
  const output = { write: (text: string) => written.push(text), isTerminal: false, colour: false, columns: 80 };
  const quiet = fakeLab({ language, cwd: '/', root: '/', challenges: [networkedContainers] });
  const lab: Lab = { ...quiet, out: output, err: output };
  const engine = {
    removeLabelled: async (labels: Readonly<Record<string, string>>) => {
      cleaned.push(labels);
      return [...removed];
    },
  } as Partial<Engine> as Engine;
  const connected: ConnectedEngine = { engine, source: 'a test', journal: noJournal };
  return { lab, connected, cleaned, text: () => written.join('') };
}

/** Runs the steps on nothing; after the n-th one, the first n objectives are met. */
function playing(met: (step: number) => readonly string[]): Playing & { lasts: boolean[] } {
  let done = 0;
  const lasts: boolean[] = [];
  return {
    lasts,
    up: async (challenge, observer) => {
      for (const [index, step] of challenge.steps.entries()) {
        observer.beforeStep?.(step, index);
        observer.output?.(`says ${index}\nand more`);
        done = index + 1;
        await observer.afterStep?.(step, index);
      }
    },
    verify: async (_challenge, last) => {
      lasts.push(last);
      return reportOf(Object.fromEntries(met(done).map((id): [string, Verdict] => [id, 'pass'])));
    },
  };
}

const removed: readonly Removed[] = [
  { kind: 'container', name: 'client' },
  { kind: 'network', name: 'app-net' },
];

describe('play', () => {
  it('shows each command, what it says, and the objectives after it; then the verdict and the clean-up', async () => {
    const { lab, connected, cleaned, text } = stage('en', removed);
    const steps = playing(step => (step === 5 ? allIds : allIds.slice(0, step - 1)));
    expect(await play(lab, connected, networkedContainers, steps)).toBe(0);
    for (const { command } of networkedContainers.steps) expect(text()).toContain(`\n$ ${command}\n    says `);
    expect(text()).toContain('    and more\n  Objectives now: 0 of 20 points\n    ✖ not yet  Server and client share');
    expect(text()).toContain('    ✔ met      Server and client share');
    expect(text()).toContain(
      'Challenge 1 is solved: every required objective is met, 20 of 20 points. And the bonus is yours: +2.',
    );
    expect(text()).toMatch(/Removed container client\n +Removed network app-net\n/);
    expect(cleaned).toEqual([{ 'estaleiro.challenge': '01-networked-containers' }]);
    expect(steps.lasts).toEqual([false, false, false, false, true]);
  });

  it('speaks Portuguese', async () => {
    const { lab, connected, text } = stage('pt-BR', removed);
    await play(
      lab,
      connected,
      networkedContainers,
      playing(() => allIds),
    );
    expect(text()).toContain('Desafio 1: Contêineres em rede');
    expect(text()).toContain('O desafio 1 está resolvido');
    expect(text()).toContain('Removido: contêiner client');
  });

  it('cleans up when it is stopped half-way, and passes the reason on', async () => {
    const { lab, connected, cleaned } = stage('en', removed);
    const reason = new Error('stopped');
    const stopped: Playing = { ...playing(() => []), verify: () => Promise.reject(reason) };
    await expect(play(lab, connected, networkedContainers, stopped)).rejects.toBe(reason);
    expect(cleaned).toHaveLength(1);
  });

  it('passes on that names are taken', async () => {
    const { lab, connected } = stage('en');
    const taken = new CouldNotTell('taken');
    const refused: Playing = { ...playing(() => []), up: () => Promise.reject(taken) };
    await expect(play(lab, connected, networkedContainers, refused)).rejects.toMatchObject({ exitCode: 3 });
  });
});
