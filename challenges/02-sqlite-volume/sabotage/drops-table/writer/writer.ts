import { DatabaseSync } from 'node:sqlite';

const database = new DatabaseSync('/data/app.db');
database.exec('DROP TABLE IF EXISTS visits; CREATE TABLE visits (id INTEGER PRIMARY KEY, at TEXT)');
const insert = database.prepare('INSERT INTO visits (at) VALUES (?)');
for (let row = 0; row < 3; row++) insert.run(new Date().toISOString());
setInterval(() => {}, 60_000);
