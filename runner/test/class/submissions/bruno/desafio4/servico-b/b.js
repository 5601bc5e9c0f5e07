const http = require('http');

function buscarTemperaturas() {
  return new Promise((ok, erro) => {
    const pedido = http.get('http://servico-a:4001/temperaturas', { timeout: 2500, agent: false }, resposta => {
      let texto = '';
      resposta.on('data', d => (texto += d));
      resposta.on('end', () => ok(JSON.parse(texto)));
    });
    pedido.on('timeout', () => pedido.destroy(new Error('demorou')));
    pedido.on('error', erro);
  });
}

http
  .createServer(async (req, res) => {
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    try {
      const temperaturas = await buscarTemperaturas();
      const linhas = temperaturas.map(t => `<li>${t.cidade}: ${t.graus} graus</li>`);
      res.end(`<ul>${linhas.join('')}</ul>`);
    } catch (e) {
      res.statusCode = 503;
      res.end('<p>servico-a indisponível</p>');
    }
  })
  .listen(4002);
process.on('SIGTERM', () => process.exit(0));
