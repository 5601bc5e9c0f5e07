import { hostname } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

// A complete program: you do not have to change it (but you may, and you may write your own in any language).
// Think about where this file is, and what becomes of it when the container is removed.
const database = new DatabaseSync(process.env.DATABASE ?? '/data/app.db');

database.exec('CREATE TABLE IF NOT EXISTS visits (id INTEGER PRIMARY KEY, at TEXT NOT NULL, container TEXT NOT NULL)');

// `docker stop` sends SIGTERM, Ctrl-C sends SIGINT. Without this, the one would have to wait ten seconds and kill, and
// the other would do nothing: the first process of a container ignores both.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    database.close();
    process.exit(0);
  });
}

const insert = database.prepare('INSERT INTO visits (at, container) VALUES (?, ?)');
const count = database.prepare('SELECT count(*) AS rows, count(DISTINCT container) AS containers FROM visits');

for (;;) {
  insert.run(new Date().toISOString(), hostname());
  const { rows, containers } = count.get() as { rows: number; containers: number };
  console.log(`${rows} rows, written by ${containers} containers`);
  await pause(2000);
}
