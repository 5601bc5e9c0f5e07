import type { ChallengeTexts } from '../../../runner/challenge/with-texts.ts';

export const texts: ChallengeTexts = {
  title: 'API gateway',
  summary: 'Serviços de usuários e de pedidos atrás de um gateway, que é a única entrada.',
  roles: {
    users: 'usuários',
    orders: 'pedidos',
    gateway: 'o gateway',
  },
  objectives: {
    'custom-network': {
      title: 'Usuários, pedidos e o gateway estão em uma mesma rede criada por você',
      why: 'Em uma rede sua, o gateway encontra os serviços pelo nome, e sem porta publicada ninguém de fora os alcança.',
      idea: 'Três contêineres, uma rede que não é a padrão.',
      feature:
        '`docker network create` cria uma rede; `docker run --network NOME` inicia um contêiner nela; `docker network connect` liga um que já está em execução.',
    },
    'only-gateway-published': {
      title: 'Só o gateway está publicado no host',
      why: 'O gateway é onde o acesso é observado e limitado. Um serviço com porta publicada tem uma porta dos fundos que o contorna.',
      idea: 'Contêineres em uma mesma rede se alcançam sem nenhuma porta publicada. Publicar é para quem está fora do Docker.',
      feature:
        '`docker run --publish HOST:CONTÊINER` abre uma porta do host que leva ao contêiner. EXPOSE em um Dockerfile não publica nada.',
    },
    'routes-users': {
      title: 'Uma requisição pelo gateway chega a usuários',
      why: 'O cliente conhece um endereço só. É o gateway que sabe quem responde por qual caminho.',
      idea: 'A cada requisição, o gateway olha o caminho, faz ele mesmo o pedido ao serviço certo e repassa a resposta.',
      feature:
        'Em um programa: `fetch` para `http://users:PORTA` mais o caminho. No nginx: `location /users { proxy_pass http://users:PORTA; }`. `docker logs NOME` mostra quem foi chamado.',
    },
    'routes-orders': {
      title: 'Uma requisição pelo gateway chega a pedidos',
      why: 'Vários serviços atrás de um endereço só: é para isso que existe um gateway. Eles podem ser escritos, trocados e escalados separadamente.',
      idea: 'Um prefixo de caminho para cada serviço, e cada um leva a um contêiner diferente.',
      feature: 'Uma segunda regra como a primeira, com o nome e a porta do outro serviço: `http://orders:PORTA`.',
    },
    'relays-answers': {
      title: 'O cliente recebe a resposta do serviço, com o seu status',
      why: 'É pelo status que um cliente decide o que fazer. Um gateway que transforma um 404 em 200 esconde o que aconteceu.',
      idea: 'Repasse o que voltar como está: status, tipo e corpo.',
      feature:
        'Em um programa, responda com o status e o corpo da própria resposta. O nginx já faz isso. `curl --include` mostra o status.',
    },
    'unknown-404': {
      title: 'Caminhos desconhecidos dão 404',
      why: 'Um caminho errado precisa parecer errado. Um gateway que diz 200 a tudo torna os erros invisíveis.',
      idea: 'O que nenhuma regra menciona também tem resposta: aqui não há nada.',
      feature: 'Em um programa, uma última regra que responde 404. No nginx: `location / { return 404; }`.',
    },
    'no-compose': {
      title: 'Feito à mão, sem o Docker Compose',
      why: 'O Compose faria tudo isso a partir de um arquivo. Tendo feito à mão, você sabe o que esse arquivo diz.',
      idea: 'Inicie cada contêiner com um comando próprio.',
      feature: '`docker network create`, `docker build` e `docker run`, no lugar de `docker compose up`.',
    },
    'isolates-outage': {
      title: 'Com pedidos parado, usuários continua funcionando e pedidos dá 502, 503 ou 504',
      why: 'Um serviço quebrado deve custar só ele mesmo. Esses status dizem “não fui eu, foi quem está atrás de mim”, e assim se procura no lugar certo.',
      idea: 'Uma chamada que falha, ou que demora demais, é algo a responder, não motivo para cair.',
      feature:
        'Um tempo limite para cada chamada (`AbortSignal.timeout`, `proxy_connect_timeout` do nginx), e os erros tratados e respondidos com 502, 503 ou 504. Com `docker stop NOME` você testa isso.',
    },
  },
  steps: [
    'Cria uma rede para os três. Nela, eles se encontram pelo nome, e de fora ninguém entra.',
    'Constrói a imagem do serviço de usuários a partir da pasta dele.',
    'Inicia o serviço, em segundo plano, na rede. Ele não publica nenhuma porta: só os contêineres de `gateway-net` o alcançam.',
    'Constrói a imagem do serviço de pedidos do mesmo jeito.',
    'Inicia o serviço ao lado do outro. Os dois não sabem um do outro.',
    'Constrói a imagem do gateway, um pequeno programa que encaminha requisições.',
    'Inicia o gateway com a única porta publicada: a porta 8080 do host leva até ele. O ambiente diz a quem ele pede o quê. Agora `http://localhost:8080/users` responde no navegador.',
  ],
};
