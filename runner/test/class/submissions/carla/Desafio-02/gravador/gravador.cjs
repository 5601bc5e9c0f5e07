const { DatabaseSync } = require('node:sqlite');
const base = new DatabaseSync('/var/base/compras.db');
base.exec('create table if not exists compras (produto text, reais integer)');
base.prepare('insert into compras values (?, ?), (?, ?)').run('arroz', 25, 'feijão', 9);
console.log(base.prepare('select * from compras').all());
base.close();
