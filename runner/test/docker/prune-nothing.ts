const filter = 'label=estaleiro.test.nothing';

/** Docker commands upon which the engine tells of every kind of prune, and takes nothing away: nothing has this label, or is so old. */
export const pruneNothing: readonly (readonly string[])[] = [
  ...['container', 'network', 'volume', 'image'].map(kind => [kind, 'prune', '--force', '--filter', filter]),
  ['builder', 'prune', '--force', '--filter', 'until=876000h'],
];
