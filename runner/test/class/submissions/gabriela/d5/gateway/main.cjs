// Always 200, whatever the service says.
require('node:http').createServer(async (q, r) => {
  const who = /^\/(users|orders)/.exec(q.url)?.[1];
  if (!who) return r.end('welcome');
  const text = await fetch(`http://${who}:3000${q.url}`, { signal: AbortSignal.timeout(2000) }).then(a => a.text(), () => 'away');
  r.end(text);
}).listen(8080);
process.on('SIGTERM', () => process.exit(0));
