import type { ChallengeTexts } from '../../../runner/challenge/with-texts.ts';

export const texts: ChallengeTexts = {
  title: 'SQLite in a volume',
  summary: 'A program that keeps its rows in a SQLite file on a named volume, so that they outlive the container.',
  roles: {
    writer: 'the writer',
    volume: 'the volume',
  },
  objectives: {
    'named-volume': {
      title: 'The data are in a named volume',
      why: 'What a container writes into its own file system goes with it. A volume stays, and its name is how you find it again: an anonymous one is soon lost among others, and a folder of the host is tied to that machine.',
      idea: 'Containers come and go. What is to stay needs a place outside of them, with a name.',
      feature:
        '`docker volume create NAME` makes a volume; `docker run --volume NAME:/PATH` mounts it. Before the colon stands a name: a path there makes a bind mount, and nothing at all an anonymous volume.',
    },
    'database-in-volume': {
      title: 'The volume holds a SQLite database, its journal included',
      why: 'Only what is under the mount point is in the volume. SQLite writes its journal beside the database, so mount the folder, not the file: a database without its journal may be damaged.',
      idea: 'The program and the volume have to agree on one folder.',
      feature:
        'Give the program the path with `--env`, and mount the volume on that file’s folder. `docker diff NAME` lists what a container wrote elsewhere.',
    },
    'has-rows': {
      title: 'A table of yours has a row',
      why: 'Data that are to survive have to be there first. A row that was inserted, but not committed, is not.',
      idea: 'Create a table if it is not there yet, and insert a row into it.',
      feature:
        '`CREATE TABLE IF NOT EXISTS …`, `INSERT INTO …`, and, where your library wants it, a commit. `docker logs NAME` shows what the program says.',
    },
    'survives-recreation': {
      title: 'The rows survive when the container is removed and recreated',
      why: 'Every update of an image means a new container. A program that starts over each time, or that stumbles over its own table, loses in a second what the volume has kept.',
      idea: 'At its start the program has to expect that an earlier container has been here before.',
      feature:
        '`CREATE TABLE IF NOT EXISTS`, and no `DROP`, no `DELETE`, no removing of the file at the start. Try it: `docker rm --force NAME`, then the same `docker run` again.',
    },
    integrity: {
      title: 'SQLite finds the database intact',
      why: 'Copying a database while it is written to, or leaving its journal behind, damages it without a word, and you notice when it is too late.',
      idea: 'Let only SQLite touch the file, and let it finish.',
      feature:
        '`PRAGMA integrity_check` says what is wrong. A handler for SIGTERM that closes the database lets `docker stop` end it well.',
    },
    'no-compose': {
      title: 'Made by hand, without Docker Compose',
      why: 'Compose names and mounts volumes for you. Do it once yourself, and you will know what it does.',
      idea: 'Create the volume and start the container each with a command of its own.',
      feature: '`docker volume create` and `docker run`, instead of `docker compose up`.',
    },
    'not-root': {
      title: 'The program writes as a user other than root',
      why: 'Whoever breaks into a program that runs as root is root in the container, and over everything that is mounted there.',
      idea: 'A volume that is new gets its owner from the image’s folder: prepare that folder for the program’s user.',
      feature:
        '`USER` in the Dockerfile, and `COPY --chown` or `chown` for the folder, before the volume is mounted for the first time.',
    },
  },
  steps: [
    'Creates a volume and gives it a name. Docker keeps it apart from any container: it stays until somebody removes it.',
    'Builds an image from `writer/Dockerfile`. In it, `/data` belongs to the user that the program runs as.',
    'Starts the program with the volume at `/data`. A volume that is still empty gets the content and the owner that `/data` has in the image, so the program may write there.',
  ],
};
