import type { Objective } from '../../runner/challenge/definition.ts';

/** What challenge 4 asks for, in the order in which a learner meets it: 20 points, and 3 beyond. */
export const objectives: readonly Objective[] = [
  {
    id: 'custom-network',
    title: {
      en: 'Both services share a network that you created',
      'pt-BR': 'Os dois serviços estão em uma mesma rede criada por você',
    },
    points: 3,
    bonus: false,
    needs: [],
    check: { kind: 'shared-network', roles: ['provider', 'consumer'] },
    why: {
      en: 'On a network of your own, services find each other by name, and nobody else is there.',
      'pt-BR': 'Em uma rede sua, os serviços se encontram pelo nome, e não há mais ninguém ali.',
    },
    idea: {
      en: 'Two services that talk need one network in common, and the default one has no names.',
      'pt-BR': 'Dois serviços que conversam precisam de uma rede em comum, e a rede padrão não tem nomes.',
    },
    feature: {
      en: '`docker network create` makes a network; `docker run --network NAME` starts a container on it; `docker network connect` adds one that is already running.',
      'pt-BR':
        '`docker network create` cria uma rede; `docker run --network NOME` inicia um contêiner nela; `docker network connect` liga um que já está em execução.',
    },
  },
  {
    id: 'two-images',
    title: {
      en: 'Each service runs from an image of its own that you built',
      'pt-BR': 'Cada serviço roda a partir de uma imagem própria, construída por você',
    },
    points: 3,
    bonus: false,
    needs: [],
    check: { kind: 'own-images', roles: ['provider', 'consumer'] },
    why: {
      en: 'Services with images of their own can be changed, built and replaced one without the other. That is what makes them two.',
      'pt-BR':
        'Serviços com imagens próprias podem ser alterados, construídos e trocados um sem o outro. É isso que faz deles dois.',
    },
    idea: {
      en: 'Give each service a folder with its program and its Dockerfile, and nothing of the other.',
      'pt-BR': 'Dê a cada serviço uma pasta com o seu programa e o seu Dockerfile, e nada do outro.',
    },
    feature: {
      en: '`docker build --tag NAME FOLDER`, once for each folder. `docker images` shows two images with different ids.',
      'pt-BR':
        '`docker build --tag NOME PASTA`, uma vez para cada pasta. `docker images` mostra duas imagens com ids diferentes.',
    },
  },
  {
    id: 'provider-answers',
    title: {
      en: 'The provider answers HTTP at its address on the network',
      'pt-BR': 'O provedor responde HTTP no seu endereço da rede',
    },
    points: 2,
    bonus: false,
    needs: [],
    check: { kind: 'answers-http', role: 'provider' },
    why: {
      en: 'Each container has its own loopback. A service that listens on 127.0.0.1 hears only itself; on 0.0.0.0 it hears the other containers too.',
      'pt-BR':
        'Cada contêiner tem a sua própria interface de loopback. Um serviço que escuta em 127.0.0.1 só ouve a si mesmo; em 0.0.0.0 ele ouve também os outros contêineres.',
    },
    idea: {
      en: 'The provider has to keep running, and to listen where other containers can reach it.',
      'pt-BR': 'O provedor precisa continuar em execução e escutar onde os outros contêineres possam alcançá-lo.',
    },
    feature: {
      en: 'Listen on 0.0.0.0, not on 127.0.0.1 or localhost. `docker ps --all` shows whether it still runs, `docker logs NAME` shows what it said.',
      'pt-BR':
        'Escute em 0.0.0.0, não em 127.0.0.1 nem em localhost. `docker ps --all` mostra se ele continua em execução; `docker logs NOME` mostra o que ele disse.',
    },
  },
  {
    id: 'consumer-answers',
    title: {
      en: 'The consumer answers HTTP at its address on the network',
      'pt-BR': 'O consumidor responde HTTP no seu endereço da rede',
    },
    points: 2,
    bonus: false,
    needs: [],
    check: { kind: 'answers-http', role: 'consumer' },
    why: {
      en: 'The consumer is a service too: it serves whoever asks, and asks the provider on the way.',
      'pt-BR': 'O consumidor também é um serviço: atende quem pede e, para isso, pede ao provedor.',
    },
    idea: {
      en: 'The consumer has to be a server of its own, not a script that runs once.',
      'pt-BR': 'O consumidor precisa ser ele mesmo um servidor, e não um script que roda uma vez.',
    },
    feature: {
      en: 'An HTTP server in the container’s main process, on 0.0.0.0. Both services may use the same port number, for each container has ports of its own.',
      'pt-BR':
        'Um servidor HTTP no processo principal do contêiner, em 0.0.0.0. Os dois serviços podem usar o mesmo número de porta, pois cada contêiner tem as suas.',
    },
  },
  {
    id: 'calls-on-request',
    title: {
      en: 'Each request to the consumer makes it call the provider',
      'pt-BR': 'Cada requisição ao consumidor faz com que ele chame o provedor',
    },
    points: 4,
    bonus: false,
    needs: ['custom-network', 'provider-answers', 'consumer-answers'],
    check: { kind: 'calls-on-request', from: 'consumer', to: 'provider' },
    why: {
      en: 'Data that is asked for when it is needed is never out of date. A copy in the consumer’s code or memory is, as soon as the provider’s changes.',
      'pt-BR':
        'Dados pedidos na hora em que são necessários nunca estão desatualizados. Uma cópia no código ou na memória do consumidor fica assim que os do provedor mudam.',
    },
    idea: {
      en: 'The consumer keeps no data of its own: while it handles a request, it asks the provider.',
      'pt-BR': 'O consumidor não guarda dados próprios: enquanto atende uma requisição, ele pede ao provedor.',
    },
    feature: {
      en: 'An HTTP request inside the handler (`fetch`, `requests.get`, `http.Get`…), to the URL in an environment variable: `docker run --env PROVIDER_URL=http://NAME:PORT`. `docker logs` of the provider shows each one.',
      'pt-BR':
        'Uma requisição HTTP dentro da função que atende (`fetch`, `requests.get`, `http.Get`…), para a URL de uma variável de ambiente: `docker run --env PROVIDER_URL=http://NOME:PORTA`. O `docker logs` do provedor mostra cada uma.',
    },
  },
  {
    id: 'by-internal-name',
    title: {
      en: 'The consumer reaches the provider by its name on the network',
      'pt-BR': 'O consumidor alcança o provedor pelo nome dele na rede',
    },
    points: 3,
    bonus: false,
    needs: ['calls-on-request'],
    check: { kind: 'by-internal-name', from: 'consumer', to: 'provider' },
    why: {
      en: 'Addresses change whenever containers are recreated; names stay. `host.docker.internal` and published ports are detours through the host, open to others too.',
      'pt-BR':
        'Endereços mudam quando os contêineres são recriados; os nomes ficam. `host.docker.internal` e portas publicadas são desvios pelo host, abertos também a outros.',
    },
    idea: {
      en: 'On a network of your own, a container’s name is also its host name for the others.',
      'pt-BR': 'Em uma rede sua, o nome de um contêiner é também o nome de host dele para os outros.',
    },
    feature: {
      en: 'Use the name given with `docker run --name` (or `--network-alias`) in the URL, and the port that the provider listens on inside its container.',
      'pt-BR':
        'Use na URL o nome dado com `docker run --name` (ou `--network-alias`) e a porta em que o provedor escuta dentro do contêiner dele.',
    },
  },
  {
    id: 'shows-provider-data',
    title: {
      en: 'The consumer’s answer contains the provider’s data',
      'pt-BR': 'A resposta do consumidor contém os dados do provedor',
    },
    points: 2,
    bonus: false,
    needs: ['calls-on-request'],
    check: { kind: 'shows-data', from: 'consumer', to: 'provider' },
    why: {
      en: 'A call whose answer nobody uses is only traffic. What the provider says has to arrive at whoever asked the consumer.',
      'pt-BR':
        'Uma chamada cuja resposta ninguém usa é só tráfego. O que o provedor diz precisa chegar a quem pediu ao consumidor.',
    },
    idea: {
      en: 'Read what the provider answers, and put it, or a part of it, into your own answer.',
      'pt-BR': 'Leia o que o provedor responde e ponha isso, ou uma parte, na sua própria resposta.',
    },
    feature: {
      en: '`docker run --rm --network NETWORK --entrypoint curl lab/node:26-dev http://NAME:PORT/` asks a service from inside its network: compare what the two say.',
      'pt-BR':
        '`docker run --rm --network REDE --entrypoint curl lab/node:26-dev http://NOME:PORTA/` faz um pedido a um serviço de dentro da rede dele: compare o que os dois dizem.',
    },
  },
  {
    id: 'no-compose',
    title: {
      en: 'Made by hand, without Docker Compose',
      'pt-BR': 'Feito à mão, sem o Docker Compose',
    },
    points: 1,
    bonus: false,
    needs: [],
    check: { kind: 'no-compose', roles: ['provider', 'consumer'] },
    why: {
      en: 'Compose does all of this for you, which is exactly why it comes later: first see each step with your own eyes.',
      'pt-BR':
        'O Compose faz tudo isso por você, e é justamente por isso que ele fica para depois: primeiro veja cada passo com os próprios olhos.',
    },
    idea: {
      en: 'Start each container with a command of its own.',
      'pt-BR': 'Inicie cada contêiner com um comando próprio.',
    },
    feature: {
      en: '`docker network create`, `docker build` and `docker run`, instead of `docker compose up`.',
      'pt-BR': '`docker network create`, `docker build` e `docker run`, no lugar de `docker compose up`.',
    },
  },
  {
    id: 'fails-gracefully',
    title: {
      en: 'With the provider stopped, the consumer says so soon, and recovers',
      'pt-BR': 'Com o provedor parado, o consumidor avisa logo e depois se recupera',
    },
    points: 3,
    bonus: true,
    needs: ['calls-on-request'],
    check: { kind: 'fails-gracefully', from: 'consumer', to: 'provider' },
    why: {
      en: 'The other service will be away at times. A status of 5xx within seconds lets whoever asked react; a hanging request, an empty 200 or a crash does not.',
      'pt-BR':
        'O outro serviço vai faltar às vezes. Um status 5xx em segundos permite que quem pediu reaja; uma requisição pendurada, um 200 vazio ou uma queda, não.',
    },
    idea: {
      en: 'A call can fail, or never end: expect both, and tell whoever asked.',
      'pt-BR': 'Uma chamada pode falhar, ou nunca terminar: conte com os dois casos e avise quem pediu.',
    },
    feature: {
      en: 'Give the call a timeout, catch its error in the handler, and answer 502, 503 or 504. `docker stop NAME` and `docker start NAME` let you try it.',
      'pt-BR':
        'Dê um tempo limite à chamada, trate o erro dela na função que atende e responda 502, 503 ou 504. Com `docker stop NOME` e `docker start NOME` você testa isso.',
    },
  },
];
