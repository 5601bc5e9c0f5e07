import { createServer } from 'node:http';

const all = [{ id: 1, name: 'Iara' }, { id: 2, name: 'Joaquim' }];

createServer((request, response) => {
  const [, service, id] = new URL(request.url, 'http://here').pathname.split('/');
  const found = id === undefined ? all : all.find(one => String(one.id) === id);
  const isThere = service === 'users' && found !== undefined;
  response.writeHead(isThere ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(isThere ? found : { problem: 'nothing here' }));
}).listen(3001);
process.once('SIGTERM', () => process.exit());
