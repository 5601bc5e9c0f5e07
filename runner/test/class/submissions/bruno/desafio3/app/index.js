const http = require('http');
const net = require('net');
const { Banco } = require('./banco.js');

const banco = new Banco(process.env.BANCO || 'banco');

function contar(chave) {
  return new Promise(function (ok, falhou) {
    const cliente = net.createConnection({ host: process.env.CACHE || 'cache', port: 6379 });
    cliente.setEncoding('utf8');
    cliente.on('error', falhou);
    cliente.on('data', function (resposta) {
      cliente.destroy();
      ok(Number(resposta.replace(/\D/g, '')));
    });
    cliente.write('*2\r\n$4\r\nINCR\r\n$' + chave.length + '\r\n' + chave + '\r\n');
  });
}

async function pagina(req, res) {
  if (req.url === '/favicon.ico') {
    res.statusCode = 204;
    return res.end();
  }
  await banco.executar('create table if not exists acessos (quando timestamp default now(), caminho text)');
  await banco.executar("insert into acessos (caminho) values ('" + req.url.replaceAll("'", '') + "')");
  const numero = await contar('acessos');
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.end('<p>Você é o visitante número ' + numero + '</p>');
}

const servidor = http.createServer(function (req, res) {
  pagina(req, res).catch(function (erro) {
    console.error('deu ruim:', erro.message);
    res.statusCode = 503;
    res.end('banco fora do ar, volte daqui a pouco');
  });
});
servidor.listen(3000, function () {
  console.log('no ar na porta 3000');
});
process.on('SIGTERM', () => process.exit(0));
