
import { connect } from 'node:net';

export function consultar(host, comando) {
  return new Promise((resolve, reject) => {
    const conexao = connect({ host, port: 5432 });
    const linhas = [];
    let resto = Buffer.alloc(0);
    let falha;
    let perguntou = false;

    conexao.setTimeout(2500, () => conexao.destroy(new Error('the database takes too long')));
    conexao.on('connect', () => conexao.write(inicio('postgres', 'postgres')));
    conexao.on('data', pedaco => {
      resto = Buffer.concat([resto, pedaco]);
      while (resto.length > 4 && resto.length > resto.readInt32BE(1)) {
        const tamanho = resto.readInt32BE(1) + 1;
        recado(String.fromCharCode(resto[0]), resto.subarray(5, tamanho));
        resto = resto.subarray(tamanho);
      }
    });
    conexao.on('error', reject);
    conexao.on('close', () => reject(falha ?? new Error('the database hung up')));

    function recado(letra, corpo) {
      if (letra === 'E') falha = new Error(corpo.toString().split('\0').find(campo => campo.startsWith('M')));
      if (letra === 'D') linhas.push(corpo.toString('utf8', 6, 6 + corpo.readInt32BE(2)));
      if (letra !== 'Z') return;
      if (!perguntou) {
        perguntou = true;
        conexao.write(pacote('Q', `${comando}\0`));
        return;
      }
      if (falha) reject(falha);
      else resolve(linhas);
      conexao.end(pacote('X', ''));
    }
  });
}

function inicio(quem, base) {
  const texto = Buffer.from(`user\0${quem}\0database\0${base}\0\0`);
  const cabeca = Buffer.alloc(8);
  cabeca.writeInt32BE(texto.length + 8, 0);
  cabeca.writeInt32BE(3 << 16, 4);
  return Buffer.concat([cabeca, texto]);
}

function pacote(letra, texto) {
  const corpo = Buffer.from(texto);
  const cabeca = Buffer.alloc(5);
  cabeca.write(letra);
  cabeca.writeInt32BE(corpo.length + 4, 1);
  return Buffer.concat([cabeca, corpo]);
}
