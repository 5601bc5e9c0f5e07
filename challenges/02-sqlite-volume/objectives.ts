import type { Objective } from '../../runner/challenge/definition.ts';

/** What challenge 2 asks for, in the order in which a learner meets it: 20 points, and 2 beyond. */
export const objectives: readonly Objective[] = [
  {
    id: 'named-volume',
    title: { en: 'The data are in a named volume', 'pt-BR': 'Os dados ficam em um volume nomeado' },
    points: 4,
    bonus: false,
    needs: [],
    check: { kind: 'named-volume', volume: 'volume', by: 'writer' },
    why: {
      en: 'What a container writes into its own file system goes with it. A volume stays, and its name is how you find it again: an anonymous one is soon lost among others, and a folder of the host is tied to that machine.',
      'pt-BR':
        'O que um contêiner escreve no próprio sistema de arquivos some com ele. Um volume fica, e é pelo nome que você o encontra de novo: um anônimo logo se perde entre outros, e uma pasta do host fica presa àquela máquina.',
    },
    idea: {
      en: 'Containers come and go. What is to stay needs a place outside of them, with a name.',
      'pt-BR': 'Contêineres vêm e vão. O que deve ficar precisa de um lugar fora deles, com um nome.',
    },
    feature: {
      en: '`docker volume create NAME` makes a volume; `docker run --volume NAME:/PATH` mounts it. Before the colon stands a name: a path there makes a bind mount, and nothing at all an anonymous volume.',
      'pt-BR':
        '`docker volume create NOME` cria um volume; `docker run --volume NOME:/CAMINHO` o monta. Antes dos dois-pontos vai um nome: um caminho ali faz um bind mount, e nada ali faz um volume anônimo.',
    },
  },
  {
    id: 'database-in-volume',
    title: {
      en: 'The volume holds a SQLite database, its journal included',
      'pt-BR': 'O volume guarda um banco de dados SQLite, com o seu journal',
    },
    points: 4,
    bonus: false,
    needs: ['named-volume'],
    check: { kind: 'database-in-volume', volume: 'volume', by: 'writer' },
    why: {
      en: 'Only what is under the mount point is in the volume. SQLite writes its journal beside the database, so mount the folder, not the file: a database without its journal may be damaged.',
      'pt-BR':
        'Só o que está sob o ponto de montagem fica no volume. O SQLite escreve o journal ao lado do banco; por isso, monte a pasta, e não o arquivo: um banco sem o seu journal pode ficar danificado.',
    },
    idea: {
      en: 'The program and the volume have to agree on one folder.',
      'pt-BR': 'O programa e o volume precisam concordar sobre uma pasta.',
    },
    feature: {
      en: 'Give the program the path with `--env`, and mount the volume on that file’s folder. `docker diff NAME` lists what a container wrote elsewhere.',
      'pt-BR':
        'Passe o caminho ao programa com `--env` e monte o volume na pasta desse arquivo. `docker diff NOME` lista o que um contêiner escreveu em outro lugar.',
    },
  },
  {
    id: 'has-rows',
    title: { en: 'A table of yours has a row', 'pt-BR': 'Uma tabela sua tem uma linha' },
    points: 3,
    bonus: false,
    needs: ['database-in-volume'],
    check: { kind: 'has-rows', volume: 'volume', by: 'writer' },
    why: {
      en: 'Data that are to survive have to be there first. A row that was inserted, but not committed, is not.',
      'pt-BR':
        'Dados que devem sobreviver precisam, antes, existir. Uma linha inserida, mas sem commit, ainda não existe.',
    },
    idea: {
      en: 'Create a table if it is not there yet, and insert a row into it.',
      'pt-BR': 'Crie uma tabela se ela ainda não existir e insira uma linha nela.',
    },
    feature: {
      en: '`CREATE TABLE IF NOT EXISTS …`, `INSERT INTO …`, and, where your library wants it, a commit. `docker logs NAME` shows what the program says.',
      'pt-BR':
        '`CREATE TABLE IF NOT EXISTS …`, `INSERT INTO …` e, onde a sua biblioteca pede, um commit. `docker logs NOME` mostra o que o programa diz.',
    },
  },
  {
    id: 'survives-recreation',
    title: {
      en: 'The rows survive when the container is removed and recreated',
      'pt-BR': 'As linhas sobrevivem quando o contêiner é removido e recriado',
    },
    points: 5,
    bonus: false,
    needs: ['has-rows'],
    check: { kind: 'survives-recreation', volume: 'volume', by: 'writer' },
    why: {
      en: 'Every update of an image means a new container. A program that starts over each time, or that stumbles over its own table, loses in a second what the volume has kept.',
      'pt-BR':
        'Cada atualização de imagem significa um contêiner novo. Um programa que recomeça do zero a cada vez, ou que tropeça na própria tabela, perde em um segundo o que o volume guardou.',
    },
    idea: {
      en: 'At its start the program has to expect that an earlier container has been here before.',
      'pt-BR': 'Ao iniciar, o programa precisa contar com que um contêiner anterior já tenha passado por ali.',
    },
    feature: {
      en: '`CREATE TABLE IF NOT EXISTS`, and no `DROP`, no `DELETE`, no removing of the file at the start. Try it: `docker rm --force NAME`, then the same `docker run` again.',
      'pt-BR':
        '`CREATE TABLE IF NOT EXISTS`, e nada de `DROP`, de `DELETE` nem de remover o arquivo ao iniciar. Teste: `docker rm --force NOME` e, depois, o mesmo `docker run` outra vez.',
    },
  },
  {
    id: 'integrity',
    title: { en: 'SQLite finds the database intact', 'pt-BR': 'O SQLite considera o banco íntegro' },
    points: 3,
    bonus: false,
    needs: ['database-in-volume'],
    check: { kind: 'database-integrity', volume: 'volume', by: 'writer' },
    why: {
      en: 'Copying a database while it is written to, or leaving its journal behind, damages it without a word, and you notice when it is too late.',
      'pt-BR':
        'Copiar um banco enquanto se escreve nele, ou deixar o journal para trás, danifica o banco em silêncio, e você só percebe quando é tarde.',
    },
    idea: {
      en: 'Let only SQLite touch the file, and let it finish.',
      'pt-BR': 'Deixe que só o SQLite mexa no arquivo, e deixe que ele termine.',
    },
    feature: {
      en: '`PRAGMA integrity_check` says what is wrong. A handler for SIGTERM that closes the database lets `docker stop` end it well.',
      'pt-BR':
        '`PRAGMA integrity_check` diz o que há de errado. Tratar o SIGTERM fechando o banco deixa o `docker stop` terminar bem.',
    },
  },
  {
    id: 'no-compose',
    title: { en: 'Made by hand, without Docker Compose', 'pt-BR': 'Feito à mão, sem o Docker Compose' },
    points: 1,
    bonus: false,
    needs: [],
    check: { kind: 'no-compose', roles: ['writer', 'volume'] },
    why: {
      en: 'Compose names and mounts volumes for you. Do it once yourself, and you will know what it does.',
      'pt-BR':
        'O Compose dá nome aos volumes e os monta por você. Faça isso uma vez à mão, e você saberá o que ele faz.',
    },
    idea: {
      en: 'Create the volume and start the container each with a command of its own.',
      'pt-BR': 'Crie o volume e inicie o contêiner, cada um com um comando próprio.',
    },
    feature: {
      en: '`docker volume create` and `docker run`, instead of `docker compose up`.',
      'pt-BR': '`docker volume create` e `docker run`, no lugar de `docker compose up`.',
    },
  },
  {
    id: 'not-root',
    title: {
      en: 'The program writes as a user other than root',
      'pt-BR': 'O programa escreve como um usuário que não é root',
    },
    points: 2,
    bonus: true,
    needs: ['database-in-volume'],
    check: { kind: 'not-root', volume: 'volume', by: 'writer' },
    why: {
      en: 'Whoever breaks into a program that runs as root is root in the container, and over everything that is mounted there.',
      'pt-BR': 'Quem invade um programa que roda como root é root no contêiner, e sobre tudo o que está montado ali.',
    },
    idea: {
      en: 'A volume that is new gets its owner from the image’s folder: prepare that folder for the program’s user.',
      'pt-BR': 'Um volume novo recebe o dono da pasta da imagem: prepare essa pasta para o usuário do programa.',
    },
    feature: {
      en: '`USER` in the Dockerfile, and `COPY --chown` or `chown` for the folder, before the volume is mounted for the first time.',
      'pt-BR':
        '`USER` no Dockerfile e `COPY --chown` ou `chown` para a pasta, antes de o volume ser montado pela primeira vez.',
    },
  },
];
