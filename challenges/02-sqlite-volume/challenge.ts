import { withTexts } from '../../runner/challenge/with-texts.ts';
import { objectives } from './objectives.ts';
import { texts as en } from './texts/en.ts';
import { texts as ptBR } from './texts/pt-BR.ts';

/** Challenge 2: a program that keeps its SQLite file in a named volume, where it outlives the container. */
export const sqliteVolume = withTexts(
  {
    id: '02-sqlite-volume',
    number: 2,
    suggestedNetwork: '',
    roles: [
      {
        id: 'writer',
        mounts: ['volume'],
        suggested: 'writer',
        words: [
          'writer',
          'recorder',
          'logger',
          'inserter',
          'counter',
          'notes',
          'app',
          'api',
          'service',
          'program',
          'gravador',
          'escritor',
          'registrador',
          'contador',
          'notas',
          'diario',
          'aplicacao',
          'servico',
          'programa',
          'grabador',
          'aplicacion',
          'servicio',
        ],
        calls: [],
        build: 'docker build --tag writer writer',
        run: 'docker run --detach --name writer --volume app-data:/data writer',
      },
      {
        id: 'volume',
        kind: 'volume',
        suggested: 'app-data',
        words: ['data', 'database', 'db', 'sqlite', 'storage', 'store', 'dados', 'banco', 'base', 'datos', 'almacen'],
        calls: [],
        build: '',
        run: 'docker volume create app-data',
      },
    ],
    objectives,
    steps: [
      {
        command: 'docker volume create app-data',
      },
      {
        command: 'docker build --tag writer writer',
      },
      {
        command: 'docker run --detach --name writer --volume app-data:/data writer',
      },
    ],
    sabotage: [
      { folder: 'bind-mount', fails: ['named-volume'] },
      { folder: 'anonymous-volume', fails: ['named-volume'] },
      { folder: 'no-volume', fails: ['named-volume'] },
      { folder: 'unused-volume', fails: ['named-volume'] },
      { folder: 'database-elsewhere', fails: ['database-in-volume'] },
      { folder: 'text-file', fails: ['database-in-volume'] },
      { folder: 'one-file-outside', fails: ['database-in-volume'] },
      { folder: 'empty-table', fails: ['has-rows'] },
      { folder: 'starts-over', fails: ['survives-recreation'] },
      { folder: 'drops-table', fails: ['survives-recreation'] },
      { folder: 'second-start-fails', fails: ['survives-recreation'] },
      { folder: 'damaged', fails: ['integrity'] },
      { folder: 'compose-labels', fails: ['no-compose'] },
      { folder: 'as-root', fails: ['not-root'] },
    ],
  },
  { en, 'pt-BR': ptBR },
);
