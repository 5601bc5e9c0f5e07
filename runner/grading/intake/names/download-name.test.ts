import { expect, test } from 'vitest';
import { downloadName } from './download-name.ts';

test.each([
  ['silvaana_LATE_88_1200_desafio1.zip', { owner: 'canvas 88', isLate: true, original: 'desafio1.zip' }],
  // A file's own name chooses no other owner.
  ['mallory_12_34_x_501_assignsubmission_file_', { owner: 'canvas 12', original: 'x_501_assignsubmission_file_' }],
  ['Ana Lins_77_assignsubmission_file_projeto.zip', { owner: 'moodle 77', name: 'Ana Lins', original: 'projeto.zip' }],
])('%s', (name, expected) => {
  expect(downloadName(name, false)).toMatchObject(expected);
});

test.each(['ana.zip', 'desafio_1_2.zip', 'grupo_1', 'ana_souza.tar.gz'])('%s is no download’s', name => {
  expect(downloadName(name, false)).toBeUndefined();
});
