import { hostname } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

// Where to keep the data, and how often to write, comes from the environment.
const file = process.env.DATABASE ?? '/data/app.db';
const periodMs = Number(process.env.PERIOD_MS ?? 2000);

const database = new DatabaseSync(file);

// An earlier container may have been here: its table, and its rows, stay.
database.exec('CREATE TABLE IF NOT EXISTS visits (id INTEGER PRIMARY KEY, at TEXT NOT NULL, container TEXT NOT NULL)');

// `docker stop` sends SIGTERM. Closing the database leaves no journal behind.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    database.close();
    process.exit(0);
  });
}

const insert = database.prepare('INSERT INTO visits (at, container) VALUES (?, ?)');
const count = database.prepare('SELECT count(*) AS rows, count(DISTINCT container) AS containers FROM visits');

for (;;) {
  // In a container, the host name is the beginning of the container's id: a new one, a new name.
  insert.run(new Date().toISOString(), hostname());
  const { rows, containers } = count.get() as { rows: number; containers: number };
  console.log(`${rows} rows, written by ${containers} containers`);
  await pause(periodMs);
}
