import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

rmSync('/data/app.db', { force: true });
const database = new DatabaseSync('/data/app.db');
database.exec('CREATE TABLE visits (id INTEGER PRIMARY KEY, at TEXT)');
const insert = database.prepare('INSERT INTO visits (at) VALUES (?)');
insert.run(new Date().toISOString());
setInterval(() => insert.run(new Date().toISOString()), 500);
