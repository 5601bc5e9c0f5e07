// Um programa só, para os três papéis: o ambiente diz qual.
import http from 'node:http';

const papeis = {
  users: () => dados([{ id: 'u1', nome: 'Elisa' }, { id: 'u2', nome: 'Fábio' }]),
  orders: () => dados([{ id: 'o1', itens: 3 }]),
  gateway,
};

function dados(lista) {
  return (pedido, resposta) => {
    const id = decodeURIComponent(pedido.url.slice(1).split('?')[0]);
    const achado = id === '' ? lista : lista.find(um => um.id === id);
    resposta.writeHead(achado ? 200 : 404, { 'content-type': 'application/json' });
    resposta.end(JSON.stringify(achado ?? null));
  };
}

function gateway() {
  return async (pedido, resposta) => {
    const [, versao, servico, ...resto] = pedido.url.split('/');
    if (versao !== 'v1' || !['users', 'orders'].includes(servico)) return resposta.writeHead(404).end();
    try {
      const url = `http://${servico}:8080/${resto.join('/')}`;
      const dele = await fetch(url, { method: pedido.method, signal: AbortSignal.timeout(2000) });
      resposta.writeHead(dele.status, { 'content-type': dele.headers.get('content-type') ?? 'text/plain' });
      resposta.end(await dele.text());
    } catch {
      resposta.writeHead(503).end('mais tarde');
    }
  };
}

http.createServer(papeis[process.env.PAPEL]()).listen(8080);
process.on('SIGTERM', () => process.exit(0));
