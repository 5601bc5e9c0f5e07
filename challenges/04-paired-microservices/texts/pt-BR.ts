import type { ChallengeTexts } from '../../../runner/challenge/with-texts.ts';

export const texts: ChallengeTexts = {
  title: 'Microsserviços em dupla',
  summary:
    'Dois serviços, cada um em sua própria imagem: um fornece dados, o outro pede a ele pelo nome e responde com o que recebe.',
  roles: {
    provider: 'o provedor',
    consumer: 'o consumidor',
  },
  objectives: {
    'custom-network': {
      title: 'Os dois serviços estão em uma mesma rede criada por você',
      why: 'Em uma rede sua, os serviços se encontram pelo nome, e não há mais ninguém ali.',
      idea: 'Dois serviços que conversam precisam de uma rede em comum, e a rede padrão não tem nomes.',
      feature:
        '`docker network create` cria uma rede; `docker run --network NOME` inicia um contêiner nela; `docker network connect` liga um que já está em execução.',
    },
    'two-images': {
      title: 'Cada serviço roda a partir de uma imagem própria, construída por você',
      why: 'Serviços com imagens próprias podem ser alterados, construídos e trocados um sem o outro. É isso que faz deles dois.',
      idea: 'Dê a cada serviço uma pasta com o seu programa e o seu Dockerfile, e nada do outro.',
      feature:
        '`docker build --tag NOME PASTA`, uma vez para cada pasta. `docker images` mostra duas imagens com ids diferentes.',
    },
    'provider-answers': {
      title: 'O provedor responde HTTP no seu endereço da rede',
      why: 'Cada contêiner tem a sua própria interface de loopback. Um serviço que escuta em 127.0.0.1 só ouve a si mesmo; em 0.0.0.0 ele ouve também os outros contêineres.',
      idea: 'O provedor precisa continuar em execução e escutar onde os outros contêineres possam alcançá-lo.',
      feature:
        'Escute em 0.0.0.0, não em 127.0.0.1 nem em localhost. `docker ps --all` mostra se ele continua em execução; `docker logs NOME` mostra o que ele disse.',
    },
    'consumer-answers': {
      title: 'O consumidor responde HTTP no seu endereço da rede',
      why: 'O consumidor também é um serviço: atende quem pede e, para isso, pede ao provedor.',
      idea: 'O consumidor precisa ser ele mesmo um servidor, e não um script que roda uma vez.',
      feature:
        'Um servidor HTTP no processo principal do contêiner, em 0.0.0.0. Os dois serviços podem usar o mesmo número de porta, pois cada contêiner tem as suas.',
    },
    'calls-on-request': {
      title: 'Cada requisição ao consumidor faz com que ele chame o provedor',
      why: 'Dados pedidos na hora em que são necessários nunca estão desatualizados. Uma cópia no código ou na memória do consumidor fica assim que os do provedor mudam.',
      idea: 'O consumidor não guarda dados próprios: enquanto atende uma requisição, ele pede ao provedor.',
      feature:
        'Uma requisição HTTP dentro da função que atende (`fetch`, `requests.get`, `http.Get`…), para a URL de uma variável de ambiente: `docker run --env PROVIDER_URL=http://NOME:PORTA`. O `docker logs` do provedor mostra cada uma.',
    },
    'by-internal-name': {
      title: 'O consumidor alcança o provedor pelo nome dele na rede',
      why: 'Endereços mudam quando os contêineres são recriados; os nomes ficam. `host.docker.internal` e portas publicadas são desvios pelo host, abertos também a outros.',
      idea: 'Em uma rede sua, o nome de um contêiner é também o nome de host dele para os outros.',
      feature:
        'Use na URL o nome dado com `docker run --name` (ou `--network-alias`) e a porta em que o provedor escuta dentro do contêiner dele.',
    },
    'shows-provider-data': {
      title: 'A resposta do consumidor contém os dados do provedor',
      why: 'Uma chamada cuja resposta ninguém usa é só tráfego. O que o provedor diz precisa chegar a quem pediu ao consumidor.',
      idea: 'Leia o que o provedor responde e ponha isso, ou uma parte, na sua própria resposta.',
      feature:
        '`docker run --rm --network REDE --entrypoint curl lab/node:26-dev http://NOME:PORTA/` faz um pedido a um serviço de dentro da rede dele: compare o que os dois dizem.',
    },
    'no-compose': {
      title: 'Feito à mão, sem o Docker Compose',
      why: 'O Compose faz tudo isso por você, e é justamente por isso que ele fica para depois: primeiro veja cada passo com os próprios olhos.',
      idea: 'Inicie cada contêiner com um comando próprio.',
      feature: '`docker network create`, `docker build` e `docker run`, no lugar de `docker compose up`.',
    },
    'fails-gracefully': {
      title: 'Com o provedor parado, o consumidor avisa logo e depois se recupera',
      why: 'O outro serviço vai faltar às vezes. Um status 5xx em segundos permite que quem pediu reaja; uma requisição pendurada, um 200 vazio ou uma queda, não.',
      idea: 'Uma chamada pode falhar, ou nunca terminar: conte com os dois casos e avise quem pediu.',
      feature:
        'Dê um tempo limite à chamada, trate o erro dela na função que atende e responda 502, 503 ou 504. Com `docker stop NOME` e `docker start NOME` você testa isso.',
    },
  },
  steps: [
    'Cria uma rede para os dois serviços. Nela, o servidor DNS do Docker diz a cada um onde está o outro.',
    'Constrói a imagem do provedor a partir da pasta `provider`, que tem o Dockerfile dele e nada do outro serviço.',
    'Inicia o provedor na rede, em segundo plano. O nome dele, `provider`, agora é também o nome de host dele ali. Nenhuma porta é publicada.',
    'Constrói a imagem do consumidor. Ela pode usar outros pacotes, outra versão, até outra linguagem: os dois só têm o HTTP em comum.',
    'Inicia o consumidor na mesma rede e diz a ele onde está o provedor. Os dois podem escutar na porta 8080: cada contêiner tem a sua.',
  ],
};
