import { withTexts } from '../../runner/challenge/with-texts.ts';
import { objectives } from './objectives.ts';
import { texts as en } from './texts/en.ts';
import { texts as ptBR } from './texts/pt-BR.ts';

const run = 'docker run --detach --name';

/** Challenge 5: two services that nobody can reach from outside, and a gateway in front of them that everybody can. */
export const apiGateway = withTexts(
  {
    id: '05-api-gateway',
    number: 5,
    suggestedNetwork: 'gateway-net',
    roles: [
      {
        id: 'users',
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
        suggested: 'gateway',
        speaks: 'http',
        words: [
          ...[
            'gateway',
            'gw',
            'apigateway',
            'proxy',
            'nginx',
            'caddy',
            'haproxy',
            'traefik',
            'envoy',
            'edge',
            'router',
          ],
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
      },
      {
        command: 'docker build --tag users users',
      },
      {
        command: `${run} users --network gateway-net users`,
      },
      {
        command: 'docker build --tag orders orders',
      },
      {
        command: `${run} orders --network gateway-net orders`,
      },
      {
        command: 'docker build --tag gateway gateway',
      },
      {
        command: `${run} gateway --network gateway-net --publish 8080:8080 --env USERS_URL=http://users:3001 --env ORDERS_URL=http://orders:3002 gateway`,
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
  },
  { en, 'pt-BR': ptBR },
);
