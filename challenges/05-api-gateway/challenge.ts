import type { Challenge } from '../../runner/challenge/definition.ts';
import { objectives } from './objectives.ts';

const run = 'docker run --detach --name';

/** Challenge 5: two services that nobody can reach from outside, and a gateway in front of them that everybody can. */
export const apiGateway: Challenge = {
  id: '05-api-gateway',
  number: 5,
  title: { en: 'API gateway', 'pt-BR': 'API gateway' },
  summary: {
    en: 'Users and orders services behind a gateway, which is the only way in.',
    'pt-BR': 'Serviços de usuários e de pedidos atrás de um gateway, que é a única entrada.',
  },
  suggestedNetwork: 'gateway-net',
  roles: [
    {
      id: 'users',
      title: { en: 'users', 'pt-BR': 'usuários' },
      suggested: 'users',
      speaks: 'http',
      words: [
        ...['users', 'user', 'usuarios', 'usuario', 'accounts', 'account', 'customers', 'customer', 'clients'],
        ...['clientes', 'cliente', 'contas', 'conta', 'people', 'pessoas', 'members', 'perfis', 'cuentas'],
      ],
      calls: [],
      build: 'docker build --tag users users',
      run: `${run} users --network {network} users`,
    },
    {
      id: 'orders',
      title: { en: 'orders', 'pt-BR': 'pedidos' },
      suggested: 'orders',
      speaks: 'http',
      words: [
        ...['orders', 'order', 'pedidos', 'pedido', 'purchases', 'purchase', 'sales', 'compras', 'compra'],
        ...['vendas', 'venda', 'encomendas', 'ordens', 'ordenes'],
      ],
      calls: [],
      build: 'docker build --tag orders orders',
      run: `${run} orders --network {network} orders`,
    },
    {
      id: 'gateway',
      title: { en: 'the gateway', 'pt-BR': 'o gateway' },
      suggested: 'gateway',
      speaks: 'http',
      words: [
        ...['gateway', 'gw', 'apigateway', 'proxy', 'nginx', 'caddy', 'haproxy', 'traefik', 'envoy', 'edge', 'router'],
        ...['ingress', 'bff', 'front', 'frontdoor', 'entry', 'api', 'web', 'entrada', 'portao', 'porta', 'portal'],
        ...['porteiro', 'roteador', 'roteamento', 'enrutador', 'puerta', 'pasarela'],
      ],
      calls: ['users', 'orders'],
      build: 'docker build --tag gateway gateway',
      run: `${run} gateway --network {network} --publish 8080:8080 --env USERS_URL=http://users:3001 --env ORDERS_URL=http://orders:3002 gateway`,
    },
  ],
  objectives,
  steps: [
    {
      command: 'docker network create gateway-net',
      what: {
        en: 'Creates a network for the three. On it they find each other by name, and from outside nobody comes in.',
        'pt-BR': 'Cria uma rede para os três. Nela, eles se encontram pelo nome, e de fora ninguém entra.',
      },
    },
    {
      command: 'docker build --tag users users',
      what: {
        en: 'Builds the image of the users service from its folder.',
        'pt-BR': 'Constrói a imagem do serviço de usuários a partir da pasta dele.',
      },
    },
    {
      command: `${run} users --network gateway-net users`,
      what: {
        en: 'Starts it, in the background, on the network. It publishes no port: only containers on `gateway-net` reach it.',
        'pt-BR':
          'Inicia o serviço, em segundo plano, na rede. Ele não publica nenhuma porta: só os contêineres de `gateway-net` o alcançam.',
      },
    },
    {
      command: 'docker build --tag orders orders',
      what: {
        en: 'Builds the image of the orders service in the same way.',
        'pt-BR': 'Constrói a imagem do serviço de pedidos do mesmo jeito.',
      },
    },
    {
      command: `${run} orders --network gateway-net orders`,
      what: {
        en: 'Starts it beside the other one. The two do not know of each other.',
        'pt-BR': 'Inicia o serviço ao lado do outro. Os dois não sabem um do outro.',
      },
    },
    {
      command: 'docker build --tag gateway gateway',
      what: {
        en: 'Builds the image of the gateway, a small program that passes requests on.',
        'pt-BR': 'Constrói a imagem do gateway, um pequeno programa que encaminha requisições.',
      },
    },
    {
      command: `${run} gateway --network gateway-net --publish 8080:8080 --env USERS_URL=http://users:3001 --env ORDERS_URL=http://orders:3002 gateway`,
      what: {
        en: 'Starts the gateway with the only published port: port 8080 of the host leads to it. The environment says whom it asks for what. Now `http://localhost:8080/users` answers in a browser.',
        'pt-BR':
          'Inicia o gateway com a única porta publicada: a porta 8080 do host leva até ele. O ambiente diz a quem ele pede o quê. Agora `http://localhost:8080/users` responde no navegador.',
      },
    },
  ],
  sabotage: [
    { folder: 'own-network', fails: ['custom-network'] },
    { folder: 'users-published', fails: ['only-gateway-published'] },
    { folder: 'nothing-published', fails: ['only-gateway-published'] },
    { folder: 'wrong-port', fails: ['only-gateway-published'] },
    { folder: 'own-answer', fails: ['routes-users'] },
    { folder: 'one-service', fails: ['routes-orders'] },
    { folder: 'redirects', fails: ['only-gateway-published', 'routes-users', 'routes-orders'] },
    { folder: 'always-200', fails: ['relays-answers'] },
    { folder: 'wrapped-answers', fails: ['relays-answers'] },
    { folder: 'catch-all', fails: ['unknown-404'] },
    { folder: 'compose-labels', fails: ['no-compose'] },
    { folder: 'fails-with-500', fails: ['isolates-outage'] },
    { folder: 'hangs', fails: ['isolates-outage'] },
    { folder: 'falls-with-orders', fails: ['isolates-outage'] },
  ],
};
