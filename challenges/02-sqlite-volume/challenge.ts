import type { Challenge } from '../../runner/challenge/definition.ts';
import { objectives } from './objectives.ts';

/** Challenge 2: a program that keeps its SQLite file in a named volume, where it outlives the container. */
export const sqliteVolume: Challenge = {
  id: '02-sqlite-volume',
  number: 2,
  title: { en: 'SQLite in a volume', 'pt-BR': 'SQLite em um volume' },
  summary: {
    en: 'A program that keeps its rows in a SQLite file on a named volume, so that they outlive the container.',
    'pt-BR':
      'Um programa que guarda suas linhas em um arquivo SQLite, em um volume nomeado: elas sobrevivem ao contêiner.',
  },
  suggestedNetwork: '',
  roles: [
    {
      id: 'writer',
      mounts: ['volume'],
      title: { en: 'the writer', 'pt-BR': 'o gravador' },
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
      title: { en: 'the volume', 'pt-BR': 'o volume' },
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
      what: {
        en: 'Creates a volume and gives it a name. Docker keeps it apart from any container: it stays until somebody removes it.',
        'pt-BR':
          'Cria um volume e dá um nome a ele. O Docker o mantém separado de qualquer contêiner: ele fica até que alguém o remova.',
      },
    },
    {
      command: 'docker build --tag writer writer',
      what: {
        en: 'Builds an image from `writer/Dockerfile`. In it, `/data` belongs to the user that the program runs as.',
        'pt-BR':
          'Constrói uma imagem a partir de `writer/Dockerfile`. Nela, `/data` pertence ao usuário com que o programa roda.',
      },
    },
    {
      command: 'docker run --detach --name writer --volume app-data:/data writer',
      what: {
        en: 'Starts the program with the volume at `/data`. A volume that is still empty gets the content and the owner that `/data` has in the image, so the program may write there.',
        'pt-BR':
          'Inicia o programa com o volume em `/data`. Um volume ainda vazio recebe o conteúdo e o dono que `/data` tem na imagem, e assim o programa pode escrever ali.',
      },
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
};
