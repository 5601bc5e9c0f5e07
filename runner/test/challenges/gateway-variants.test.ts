import { afterAll, expect, test } from 'vitest';
import { apiGateway as challenge } from '../../../challenges/05-api-gateway/challenge.ts';
import { LabelledDocker } from '../../author/labelled-docker.ts';
import { having, objectiveOf, verdicts } from '../docker/verdicts.ts';
import { removeDebianImages } from './debian-image.ts';
import {
  gateway,
  names,
  nginx,
  nginxImage,
  node,
  python,
  pythonImage,
  pythonService,
  quote,
  service,
} from './gateway-programs.ts';

/*
 * Challenge 5 as different people solve it: each with its expected verdicts.
 */

const everything = challenge.objectives.map(({ id }) => id);
const required = challenge.objectives.filter(({ bonus }) => !bonus).map(({ id }) => id);
afterAll(removeDebianImages);

test('nginx from Debian strips the prefix, redirects to the slash and speaks HTTP/1.0 to services in Python', async () => {
  await Promise.all([nginxImage(), pythonImage()]);
  await using docker = await LabelledDocker.make();
  await docker.sh(
    '-ec',
    `docker network create rede-da-loja
    ${python('--name servico-usuarios --network rede-da-loja', pythonService(5000))}
    ${python('--name servico-pedidos --network rede-da-loja', pythonService(5001))}
    ${nginx(
      'maria/portao',
      `  server {
    listen 80;
    location /usuarios/ { proxy_pass http://servico-usuarios:5000/; }
    location /pedidos/ { proxy_connect_timeout 2s; proxy_pass http://servico-pedidos:5001/; }
    location / { return 404; }
  }`,
    )}
    docker run --detach --name portao --network rede-da-loja --publish 127.0.0.1::80 maria/portao`,
  );
  const report = await verdicts(challenge, { record: 'nginx' });
  expect(having(report, 'pass')).toEqual(everything);
  expect(objectiveOf(report, 'routes-users').observed).toContain('/usuarios');
});

test('nginx with paths that only its configuration tells, and connections that it keeps open', async () => {
  await nginxImage();
  await using docker = await LabelledDocker.make();
  const location = (path: string, upstream: string) =>
    `    location ${path} { proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host; proxy_connect_timeout 2s; proxy_pass http://${upstream}; }`;
  await docker.sh(
    '-ec',
    `docker network create net9
    ${node('--name accounts --network net9', service('/gente', 7000))}
    ${node('--name orders-api --network net9', service('/papelada', 7001))}
    ${nginx(
      'edge',
      `  upstream one { server accounts:7000; keepalive 8; }
  upstream two { server orders-api:7001; keepalive 8; }
  server {
    listen 9090;
${location('/gente', 'one')}
${location('~ ^/papelada', 'two')}
  }`,
    )}
    docker run --detach --name edge --network net9 --publish 127.0.0.1::9090 edge`,
  );
  const report = await verdicts(challenge, { record: 'nginx-keepalive' });
  expect(having(report, 'pass')).toEqual(everything);
  expect(objectiveOf(report, 'routes-orders').observed).toContain('/papelada');
});

test('names that say nothing: who is called for which path tells who is who', async () => {
  await using docker = await LabelledDocker.make();
  const routes = { '/users': 'http://tucano:4000/users', '/orders': 'http://arara:4000/orders' };
  await docker.sh(
    '-ec',
    `docker network create mata
    ${node('--name tucano --network mata', service('/users', 4000))}
    ${node('--name arara --network mata', service('/orders', 4000))}
    ${node('--name onca --network mata --publish 127.0.0.1::4001', gateway(routes, 4001))}`,
  );
  const report = await verdicts(challenge, { record: 'structure' });
  expect(report.bindings.map(({ role, name, how }) => [role, name, how])).toEqual([
    ['users', 'tucano', 'structure'],
    ['orders', 'arara', 'structure'],
    ['gateway', 'onca', 'structure'],
  ]);
  expect(having(report, 'pass')).toEqual(required);
  // Found by structure alone, nobody is stopped, even where stopping is allowed; --bind allows it.
  const bonus = objectiveOf(report, 'isolates-outage');
  expect(bonus).toMatchObject({ verdict: 'unknown', next: 'lab verify 5 --disrupt --bind orders=arara' });
  expect(having(await verdicts(challenge, { binds: { orders: 'arara' } }), 'pass')).toEqual(everything);
});

test('paths that nothing tells are found once lab.json gives them', async () => {
  await using docker = await LabelledDocker.make();
  await docker.sh(
    '-ec',
    `docker network create gateway-net
    ${node('--name users --network gateway-net', service('/x', 3001))}
    ${node('--name orders --network gateway-net', service('/y', 3002))}
    ${node(
      '--name gateway --network gateway-net --publish 127.0.0.1::8080',
      gateway({ x: '' }, 8080).replace(
        '{"x":""}',
        '{ ["/" + "x1"]: "http://users:3001/x", ["/" + "y1"]: "http://orders:3002/y" }',
      ),
    )}`,
  );
  const report = await verdicts(challenge, { disrupt: false, record: 'unusual-paths' });
  expect(having(report, 'fail')).toEqual([]);
  expect(having(report, 'unknown')).toEqual(expect.arrayContaining(['routes-users', 'routes-orders']));
  expect(objectiveOf(report, 'routes-users').observed).toContain('lab.json');
  const told = await verdicts(challenge, { paths: { users: '/x1', orders: '/y1' }, record: 'given-paths' });
  expect(having(told, 'pass')).toEqual(everything);
});

test('foreground containers, several networks each, a database for each service, others around', async () => {
  await pythonImage();
  await using docker = await LabelledDocker.make();
  const proxy = `
import http.server, urllib.error, urllib.request
to = {"usuarios": "http://contas:8000", "pedidos": "http://vendas-pedidos:8000"}
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        parts = self.path.split("/")
        if len(parts) < 4 or parts[1:3] != ["api", "v1"] or parts[3] not in to:
            return self.send_error(404)
        try:
            answer = urllib.request.urlopen(to[parts[3]] + "/" + "/".join(parts[4:]), timeout=3)
        except urllib.error.HTTPError as error:
            answer = error
        except OSError:
            return self.send_error(504)
        body = answer.read()
        self.send_response(answer.status)
        self.end_headers()
        self.wfile.write(body)
http.server.ThreadingHTTPServer(("", 8888), Handler).serve_forever()`;
  await docker.sh(
    '-ec',
    `for net in frente fundos dados-contas dados-vendas; do docker network create $net; done
    docker run --detach --name contas-db --network dados-contas --entrypoint sleep lab/node:26-dev 600
    docker run --detach --name pedidos-db --network dados-vendas --entrypoint sleep lab/node:26-dev 600
    ${node('--name outro-web --network frente --publish 127.0.0.1::80', gateway({}, 80))}
    ${python('--rm --name contas --network fundos', pythonService(8000))}
    docker network connect dados-contas contas
    ${python('--rm --name vendas-pedidos --network dados-vendas', pythonService(8000))}
    docker network connect fundos vendas-pedidos
    ${python('--rm --name bff-gateway --network frente --publish 127.0.0.1:18088:8888', proxy)}
    docker network connect fundos bff-gateway`,
  );
  const others = () =>
    docker.sh(
      '-c',
      "docker inspect --format '{{.Name}} {{.State.StartedAt}}' contas-db pedidos-db outro-web contas vendas-pedidos",
    );
  const before = await others();
  const report = await verdicts(challenge, { record: 'several-networks' });
  expect(report.bindings.map(({ role, name }) => [role, name])).toEqual([
    ['users', 'contas'],
    ['orders', 'vendas-pedidos'],
    ['gateway', 'bff-gateway'],
  ]);
  expect(having(report, 'pass')).toEqual(required);
  // Stopping what was started with --rm would remove it.
  expect(objectiveOf(report, 'isolates-outage')).toMatchObject({ verdict: 'unknown' });
  expect(await others()).toBe(before);
});

test('BusyBox serves files behind a gateway that lists its paths', async () => {
  await pythonImage();
  await using docker = await LabelledDocker.make();
  const files = (options: string, path: string) =>
    `docker run --detach ${options} ${names.python} sh -c ${quote(
      `/bin/busybox mkdir -p /srv/${path} && echo "<ul><li>${path} 1</ul>" > /srv/${path}/index.html && exec /bin/busybox httpd -f -p 8081 -h /srv`,
    )}`;
  const proxy = gateway(
    { '/pessoas': 'http://user-files:8081/pessoas', '/coisas': 'http://order-files:8081/coisas' },
    3000,
  );
  const index = 'if (request.url === "/") return response.end("<a href=/pessoas>um</a> <a href=/coisas>dois</a>");';
  await docker.sh(
    '-ec',
    `docker network create arquivos
    ${files('--name user-files --network arquivos', 'pessoas')}
    ${files('--name order-files --network arquivos', 'coisas')}
    ${node('--name api-gateway --network arquivos --publish 127.0.0.1::3000', proxy.replace('const prefix', `${index}\n const prefix`))}`,
  );
  const report = await verdicts(challenge, { disrupt: false, record: 'files' });
  expect(having(report, 'pass')).toEqual(required);
});

test('a network for the gateway with each service is not one network for the three', async () => {
  await using docker = await LabelledDocker.make();
  const routes = { '/users': 'http://users:3001/users', '/orders': 'http://orders:3002/orders' };
  await docker.sh(
    '-ec',
    `docker network create net-users
    docker network create net-orders
    ${node('--name users --network net-users', service('/users', 3001))}
    ${node('--name orders --network net-orders', service('/orders', 3002))}
    ${node('--name gateway --network net-users --publish 127.0.0.1::8080', gateway(routes, 8080))}
    docker network connect net-orders gateway`,
  );
  const report = await verdicts(challenge, { record: 'two-networks' });
  expect(having(report, 'fail')).toEqual(['custom-network']);
  expect(having(report, 'blocked')).toEqual(['routes-users', 'routes-orders', 'relays-answers', 'isolates-outage']);
});

test('a gateway that only looks whether the services live does not route', async () => {
  await using docker = await LabelledDocker.make();
  const looks =
    'setInterval(() => ["users:3001", "orders:3002"].map(at => fetch("http://" + at + "/health").catch(() => {})), 250);';
  const own = 'if (request.url === "/users" || request.url === "/orders") return response.end("[]");';
  await docker.sh(
    '-ec',
    `docker network create gateway-net
    ${node('--name users --network gateway-net', service('/users', 3001))}
    ${node('--name orders --network gateway-net', service('/orders', 3002))}
    ${node(
      '--name gateway --network gateway-net --publish 127.0.0.1::8080',
      gateway({}, 8080, looks).replace('const prefix', `${own}\n const prefix`),
    )}`,
  );
  const report = await verdicts(challenge, { record: 'health-checks' });
  expect(having(report, 'fail')).toEqual(['routes-users', 'routes-orders']);
});
