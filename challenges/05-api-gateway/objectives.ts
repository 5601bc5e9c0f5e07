import type { Objective } from '../../runner/challenge/definition.ts';

/** What challenge 5 asks for, in the order in which a learner meets it: 20 points, and 3 beyond. */
export const objectives: readonly Objective[] = [
  {
    id: 'custom-network',
    title: {
      en: 'Users, orders and the gateway share a network that you created',
      'pt-BR': 'Usuários, pedidos e o gateway estão em uma mesma rede criada por você',
    },
    points: 3,
    bonus: false,
    needs: [],
    check: { kind: 'shared-network', roles: ['users', 'orders', 'gateway'] },
    why: {
      en: 'On a network of your own the gateway finds the services by name, and without a published port nobody outside of it can reach them.',
      'pt-BR':
        'Em uma rede sua, o gateway encontra os serviços pelo nome, e sem porta publicada ninguém de fora os alcança.',
    },
    idea: {
      en: 'Three containers, one network that is not the default one.',
      'pt-BR': 'Três contêineres, uma rede que não é a padrão.',
    },
    feature: {
      en: '`docker network create` makes a network; `docker run --network NAME` starts a container on it; `docker network connect` adds one that is already running.',
      'pt-BR':
        '`docker network create` cria uma rede; `docker run --network NOME` inicia um contêiner nela; `docker network connect` liga um que já está em execução.',
    },
  },
  {
    id: 'only-gateway-published',
    title: {
      en: 'Only the gateway is published to the host',
      'pt-BR': 'Só o gateway está publicado no host',
    },
    points: 4,
    bonus: false,
    needs: [],
    check: { kind: 'only-published', role: 'gateway', hidden: ['users', 'orders'] },
    why: {
      en: 'A gateway is where access is watched and limited. A service with a published port of its own has a back door past it.',
      'pt-BR':
        'O gateway é onde o acesso é observado e limitado. Um serviço com porta publicada tem uma porta dos fundos que o contorna.',
    },
    idea: {
      en: 'Containers on one network reach each other without any published port. Publishing is for those outside of Docker.',
      'pt-BR':
        'Contêineres em uma mesma rede se alcançam sem nenhuma porta publicada. Publicar é para quem está fora do Docker.',
    },
    feature: {
      en: '`docker run --publish HOST:CONTAINER` opens a port of the host that leads to the container. EXPOSE in a Dockerfile publishes nothing.',
      'pt-BR':
        '`docker run --publish HOST:CONTÊINER` abre uma porta do host que leva ao contêiner. EXPOSE em um Dockerfile não publica nada.',
    },
  },
  {
    id: 'routes-users',
    title: {
      en: 'A request through the gateway reaches users',
      'pt-BR': 'Uma requisição pelo gateway chega a usuários',
    },
    points: 3,
    bonus: false,
    needs: ['custom-network'],
    check: { kind: 'routes-to', from: 'gateway', to: 'users' },
    why: {
      en: 'The client knows one address only. It is the gateway that knows who answers for which path.',
      'pt-BR': 'O cliente conhece um endereço só. É o gateway que sabe quem responde por qual caminho.',
    },
    idea: {
      en: 'For each request the gateway looks at the path, asks the right service itself, and passes the answer on.',
      'pt-BR':
        'A cada requisição, o gateway olha o caminho, faz ele mesmo o pedido ao serviço certo e repassa a resposta.',
    },
    feature: {
      en: 'In a program: `fetch` to `http://users:PORT` plus the path. In nginx: `location /users { proxy_pass http://users:PORT; }`. `docker logs NAME` shows who was asked.',
      'pt-BR':
        'Em um programa: `fetch` para `http://users:PORTA` mais o caminho. No nginx: `location /users { proxy_pass http://users:PORTA; }`. `docker logs NOME` mostra quem foi chamado.',
    },
  },
  {
    id: 'routes-orders',
    title: {
      en: 'A request through the gateway reaches orders',
      'pt-BR': 'Uma requisição pelo gateway chega a pedidos',
    },
    points: 3,
    bonus: false,
    needs: ['custom-network'],
    check: { kind: 'routes-to', from: 'gateway', to: 'orders' },
    why: {
      en: 'Several services behind one address is what a gateway is for: they can be written, replaced and scaled apart.',
      'pt-BR':
        'Vários serviços atrás de um endereço só: é para isso que existe um gateway. Eles podem ser escritos, trocados e escalados separadamente.',
    },
    idea: {
      en: 'One path prefix for each service, and each leads to a different container.',
      'pt-BR': 'Um prefixo de caminho para cada serviço, e cada um leva a um contêiner diferente.',
    },
    feature: {
      en: 'A second rule like the first, with the other service’s name and port: `http://orders:PORT`.',
      'pt-BR': 'Uma segunda regra como a primeira, com o nome e a porta do outro serviço: `http://orders:PORTA`.',
    },
  },
  {
    id: 'relays-answers',
    title: {
      en: 'The client gets the service’s answer and its status',
      'pt-BR': 'O cliente recebe a resposta do serviço, com o seu status',
    },
    points: 4,
    bonus: false,
    needs: ['routes-users', 'routes-orders'],
    check: { kind: 'relays-answers', role: 'gateway', services: ['users', 'orders'] },
    why: {
      en: 'A client decides by the status what to do next. A gateway that makes a 404 into a 200 hides what really happened.',
      'pt-BR':
        'É pelo status que um cliente decide o que fazer. Um gateway que transforma um 404 em 200 esconde o que aconteceu.',
    },
    idea: {
      en: 'Pass on what comes back as it is: status, type and body.',
      'pt-BR': 'Repasse o que voltar como está: status, tipo e corpo.',
    },
    feature: {
      en: 'In a program, answer with the response’s own status and body. nginx does so by itself. `curl --include` shows the status.',
      'pt-BR':
        'Em um programa, responda com o status e o corpo da própria resposta. O nginx já faz isso. `curl --include` mostra o status.',
    },
  },
  {
    id: 'unknown-404',
    title: {
      en: 'Unknown paths give 404',
      'pt-BR': 'Caminhos desconhecidos dão 404',
    },
    points: 2,
    bonus: false,
    needs: [],
    check: { kind: 'unknown-paths', role: 'gateway' },
    why: {
      en: 'A wrong path has to look wrong. A gateway that says 200 to everything makes mistakes invisible.',
      'pt-BR': 'Um caminho errado precisa parecer errado. Um gateway que diz 200 a tudo torna os erros invisíveis.',
    },
    idea: {
      en: 'What no rule speaks of has an answer too: there is nothing here.',
      'pt-BR': 'O que nenhuma regra menciona também tem resposta: aqui não há nada.',
    },
    feature: {
      en: 'In a program, a last rule that answers 404. In nginx: `location / { return 404; }`.',
      'pt-BR': 'Em um programa, uma última regra que responde 404. No nginx: `location / { return 404; }`.',
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
    check: { kind: 'no-compose', roles: ['users', 'orders', 'gateway'] },
    why: {
      en: 'Compose would do all of this from one file. Having done it by hand, you know what that file says.',
      'pt-BR': 'O Compose faria tudo isso a partir de um arquivo. Tendo feito à mão, você sabe o que esse arquivo diz.',
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
    id: 'isolates-outage',
    title: {
      en: 'With orders stopped, users still works and orders gives 502, 503 or 504',
      'pt-BR': 'Com pedidos parado, usuários continua funcionando e pedidos dá 502, 503 ou 504',
    },
    points: 3,
    bonus: true,
    needs: ['routes-users', 'routes-orders'],
    check: { kind: 'isolates-outage', from: 'gateway', to: 'orders', beside: 'users' },
    why: {
      en: 'One broken service should cost one service. These statuses say “not me, the one behind me”, so that people look in the right place.',
      'pt-BR':
        'Um serviço quebrado deve custar só ele mesmo. Esses status dizem “não fui eu, foi quem está atrás de mim”, e assim se procura no lugar certo.',
    },
    idea: {
      en: 'A call that fails, or takes too long, is something to answer for, not something to fall over.',
      'pt-BR': 'Uma chamada que falha, ou que demora demais, é algo a responder, não motivo para cair.',
    },
    feature: {
      en: 'A timeout for each call (`AbortSignal.timeout`, nginx’s `proxy_connect_timeout`), its errors caught and answered with 502, 503 or 504. `docker stop NAME` lets you try it.',
      'pt-BR':
        'Um tempo limite para cada chamada (`AbortSignal.timeout`, `proxy_connect_timeout` do nginx), e os erros tratados e respondidos com 502, 503 ou 504. Com `docker stop NOME` você testa isso.',
    },
  },
];
