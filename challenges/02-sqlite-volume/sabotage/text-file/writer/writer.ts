import { appendFileSync } from 'node:fs';

setInterval(() => appendFileSync('/data/app.db', `${new Date().toISOString()}\n`), 500);
appendFileSync('/data/app.db', 'SQLite would be better\n');
