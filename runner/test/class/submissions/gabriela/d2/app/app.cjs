const { DatabaseSync } = require('node:sqlite');
// It begins anew at every start.
require('node:fs').rmSync('/data/app.db', { force: true });
const db = new DatabaseSync('/data/app.db');
db.exec('CREATE TABLE log (line TEXT)');
setInterval(() => db.prepare('INSERT INTO log VALUES (?)').run(String(Date.now())), 500);
process.on('SIGTERM', () => process.exit(0));
