import { DatabaseSync } from 'node:sqlite';

const database = new DatabaseSync('/data/app.db');
database.exec('CREATE TABLE IF NOT EXISTS visits (id INTEGER PRIMARY KEY, at TEXT)');
setInterval(() => {}, 60_000);
