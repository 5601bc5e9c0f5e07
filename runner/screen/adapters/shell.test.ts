import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { networkedContainers as challenge } from '../../../challenges/01-networked-containers/challenge.ts';
import type { OpenShell, ShellSnapshot, ShellStart } from '../../shell/shell.ts';
import type { ShellView } from '../widgets/shell/state.ts';
import { shellMessages } from '../widgets/shell/texts.ts';
import { screenShell } from './shell.ts';

const t = shellMessages.en;
const size = { columns: 60, rows: 8 };
let cwd = '';

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'estaleiro-shells-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const quiet: ShellSnapshot = {
  rows: [[{ text: '$' }]],
  cursor: undefined,
  scrolledBack: 0,
  busy: false,
  ended: undefined,
};

/** Shells that only note what is done to them. */
function scripted(start?: OpenShell) {
  const done: string[] = [];
  const starts: ShellStart[] = [];
  let show: (snapshot: ShellSnapshot) => void = () => {};
  let isFree = true;
  const fake: OpenShell = async (options, listener) => {
    starts.push(options);
    show = listener;
    listener(quiet);
    return {
      write: keys => keys !== '' && done.push(`write ${keys}`),
      resize: ({ columns, rows }) => done.push(`resize ${columns} ${rows}`),
      look: () => {},
      type: async command => {
        done.push(`type ${command}`);
        return isFree;
      },
      stop: async () => {
        done.push('stop');
      },
    };
  };
  const shells = screenShell({
    lab: { env: { SHELL: '/bin/sh', PATH: '/bin' }, cwd, root: join(import.meta.dirname, '../../..') },
    labFolder: '/lab/runner',
    engine: async () => 'unix:///own.sock',
    start: start ?? fake,
  });
  let view: Partial<ShellView> = {};
  const open = () => shells.open(challenge, size, 'en', change => (view = { ...view, ...change }));
  return {
    ...{ shells, open, done, starts },
    view: () => view,
    show: (change: Partial<ShellSnapshot>) => show({ ...quiet, ...change }),
    occupy: () => {
      isFree = false;
    },
  };
}

it('opens one shell for a challenge, in its folder and with its engine, and loses no key', async () => {
  const { shells, open, done, starts, view } = scripted();
  shells.write(challenge, 'l');
  open();
  shells.write(challenge, 's\r');
  await vi.waitFor(() => expect(done).toEqual(['resize 60 8', 'write ls\r']), { timeout: 20_000 });
  open();
  shells.write(challenge, 'x');
  expect(done.at(-1)).toBe('write x');
  expect(starts).toHaveLength(1);
  expect(starts[0]).toMatchObject({ file: '/bin/sh', folder: join(cwd, challenge.id), size });
  expect(starts[0]?.env).toMatchObject({ DOCKER_HOST: 'unix:///own.sock', PATH: '/lab/runner:/bin' });
  expect(starts[0]?.greeting.replaceAll('\r\n', ' ').trim()).toBe(t.made(challenge.id));
  expect(view()).toMatchObject({ folder: challenge.id, rows: quiet.rows });
  await shells.stop();
  expect(done.at(-1)).toBe('stop');
});

it('starts another one when the learner wants it, once it has ended', async () => {
  const { shells, open, starts, show, view, done } = scripted();
  open();
  await vi.waitFor(() => expect(done).toHaveLength(1), { timeout: 20_000 });
  show({ ended: 0 });
  expect(view().ended).toBe(0);
  shells.write(challenge, 'x');
  expect(starts).toHaveLength(1);
  shells.write(challenge, '\r');
  await vi.waitFor(() => expect(starts).toHaveLength(2), { timeout: 20_000 });
  expect(view().ended).toBeUndefined();
  expect(starts[1]?.greeting).toBe('');
});

it('types for the learner, and says so where it cannot', async () => {
  const { shells, open, done, view, occupy } = scripted();
  open();
  await shells.type(challenge, 'docker ps');
  expect(done).toEqual(['resize 60 8', 'type docker ps']);
  expect(view().trouble).toBeUndefined();
  occupy();
  await shells.type(challenge, 'docker ps');
  expect(view().trouble).toBe(t.occupied);
  shells.write(challenge, 'q');
  expect(view().trouble).toBeUndefined();
});

it('says in words where there can be no shell, and tries again when asked to', async () => {
  let attempts = 0;
  const { shells, open, view } = scripted(() => {
    attempts += 1;
    return Promise.reject(new Error('no binary package\n\nmore about it'));
  });
  open();
  await vi.waitFor(() => expect(view().trouble).toBe(t.none('no binary package')), { timeout: 20_000 });
  await shells.type(challenge, 'docker ps');
  shells.write(challenge, 'x');
  expect(view().trouble).toBe(t.none('no binary package'));
  open();
  await vi.waitFor(() => expect(attempts).toBe(2), { timeout: 20_000 });
});
