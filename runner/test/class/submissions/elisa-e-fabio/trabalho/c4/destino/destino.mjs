import http from 'node:http';
import { json } from 'node:stream/consumers';

class Servico {
  constructor(origem) {
    this.origem = origem;
  }

  perguntar() {
    const { promise, resolve, reject } = Promise.withResolvers();
    http
      .get(this.origem, { agent: false, signal: AbortSignal.timeout(2000) }, resposta => json(resposta).then(resolve, reject))
      .on('error', reject);
    return promise;
  }

  responder = async (_pedido, resposta) => {
    try {
      const { capital, estado } = await this.perguntar();
      resposta.end(`A capital do ${estado} é ${capital}.`);
    } catch (erro) {
      resposta.statusCode = 504;
      resposta.end(erro.code);
    }
  };
}

const { responder } = new Servico('http://provedor:8080/');
http.createServer(responder).listen(8080);
