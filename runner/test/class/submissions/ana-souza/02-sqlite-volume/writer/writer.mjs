import { DatabaseSync } from 'node:sqlite';

const db = new DatabaseSync('/data/app.db');
db.exec('CREATE TABLE IF NOT EXISTS readings (id INTEGER PRIMARY KEY, celsius REAL, taken TEXT)');
const add = db.prepare('INSERT INTO readings (celsius, taken) VALUES (?, ?)');

const timer = setInterval(() => {
  add.run(20 + Math.random() * 10, new Date().toISOString());
  console.log('rows:', db.prepare('SELECT count(*) AS n FROM readings').get().n);
}, 1000);

process.once('SIGTERM', () => {
  clearInterval(timer);
  db.close();
});
