import { connect } from 'node:net';


export function somar(host, chave) {
  return new Promise((resolve, reject) => {
    const conexao = connect(6379, host, () => conexao.write(`INCR ${chave}\r\n`));
    conexao.setTimeout(2500, () => conexao.destroy(new Error('redis takes too long')));
    conexao.once('error', reject);
    conexao.once('data', volta => {
      conexao.end();
      resolve(Number.parseInt(volta.toString().slice(1), 10));
    });
  });
}
