const sqlite = require('node:sqlite');
const fs = require('fs');

fs.mkdirSync('/dados/banco', { recursive: true });
const banco = new sqlite.DatabaseSync('/dados/banco/notas.sqlite');
banco.exec(`create table if not exists notas (
  aluno text not null,
  nota real not null
)`);

const alunos = ['Lia', 'Téo', 'Rui'];
function gravar() {
  for (const aluno of alunos) {
    banco.prepare('insert into notas values (?, ?)').run(aluno, Math.round(Math.random() * 100) / 10);
  }
  const total = banco.prepare('select count(*) as total from notas').get();
  console.log('já são ' + total.total + ' notas');
}

gravar();
setInterval(gravar, 3000);
process.on('SIGTERM', () => process.exit(0));
