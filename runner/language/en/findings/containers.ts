import { code, codesIn } from '../../../base/words.ts';
import { triedPaths } from '../../tried-paths.ts';

const codes = codesIn('en');

export const containers = {
  'objective.waits-for': ({ title }: { title: string }) => `This can be told once “${title}” is met.`,
  'lab.could-not-tell': ({ reason }: { reason: string }) => `The lab could not tell: ${reason}`,
  'lab.no-probe': 'its probe could not join the container.',
  'lab.engine-gone': ({ address }: { address: string }) =>
    `The Docker engine stopped answering while the lab was looking (${address}).`,
  'lab.see-doctor': 'Run `lab doctor` to see what is wrong with it, then verify again.',
  'lab.no-images': 'The lab images are not on this engine yet, and without them nothing can be looked at.',
  'lab.build-images': 'lab images build',
  'lab.others-disturb': 'another lab on this engine is trying an outage just now.',
  'role.no-container': ({ role }: { role: string }) => `No container was found that plays ${role}.`,
  'role.several-containers': ({ role, names }: { role: string; names: readonly string[] }) =>
    `${codes(names)} could each be ${role}.`,
  'role.nobody-calls': ({
    role,
    names,
    paths,
    entry,
  }: {
    role: string;
    names: readonly string[];
    paths: string;
    entry: string;
  }) =>
    `It is not clear who plays ${role}: ${codes(names)} ${names.length === 1 ? 'answers' : 'answer'} HTTP here, but nothing that was asked for made one call another (${paths}). Is it another path? Write it into ${code('lab.json')} in your folder: ${code(entry)}; or say who is who with ${code('--bind')}.`,
  'container.not-running': ({ name, state, exitCode }: { name: string; state: string; exitCode: number }) =>
    `${code(name)} is not running: ${state} with exit code ${exitCode}.`,
  'container.restarting': ({ name, exitCode, times }: { name: string; exitCode: number; times: number }) =>
    `${code(name)} ends again and again (exit code ${exitCode}, restarted ${times} ${times === 1 ? 'time' : 'times'}).`,
  'container.out-of-memory': ({ name }: { name: string }) => `${code(name)} was killed because it ran out of memory.`,
  'container.last-log': ({ text }: { text: string }) => ` Its log ends: “${text}”`,
  'container.paused': ({ name }: { name: string }) => `${code(name)} is paused.`,
  'paths.tried': ({ paths }: { paths: readonly string[] }) => triedPaths(paths, more => `and ${more} more`),
};
