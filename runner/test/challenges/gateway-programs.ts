import { debianImage } from './debian-image.ts';

/** Images of Debian packages that the variants stand on. */
export const names = { nginx: 'estaleiro-test/gateway-nginx', python: 'estaleiro-test/gateway-python' };

/** Makes the image that `nginx` stands on; a test waits for it first. */
export const nginxImage = () => debianImage({ tag: names.nginx, packages: ['nginx-light', 'dash'] });

/** Makes the image that `python` stands on, with BusyBox beside it; a test waits for it first. */
export const pythonImage = () => debianImage({ tag: names.python, packages: ['python3', 'busybox'] });

/** A word of shell. */
export const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** A container that runs a JavaScript program. */
export const node = (options: string, program: string) =>
  `docker run --detach ${options} --entrypoint node lab/node:26-dev --eval ${quote(program)}`;

/** A container that runs a Python program. */
export const python = (options: string, program: string) =>
  `docker run --detach ${options} ${names.python} python3 -u -c ${quote(program)}`;

/** A service in JavaScript: a list under `path` and its items by id, with the time in each item. */
export const service = (path: string, port: number) => `
  const list = [{ id: 1, of: "${path}" }, { id: 2, of: "${path}" }];
  require("node:http").createServer((request, response) => {
    const [, collection, id] = request.url.split("/");
    const found = id ? list.find(item => String(item.id) === id) : list;
    const ok = "/" + collection === "${path}" && found !== undefined;
    response.writeHead(ok ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(ok ? { found, at: Date.now(), for: request.socket.remoteAddress } : { error: "none" }));
  }).listen(${port});
  process.once("SIGTERM", () => process.exit(0));`;

/** A service in Python that knows its items without any prefix: \`/\` and \`/1\`. */
export const pythonService = (port: number) => `
import http.server, json, signal, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
items = {"1": "um", "2": "dois"}
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        key = self.path.strip("/")
        found = items if key == "" else items.get(key)
        body = json.dumps({"item": found}).encode()
        self.send_response(404 if found is None else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
http.server.ThreadingHTTPServer(("0.0.0.0", ${port}), Handler).serve_forever()`;

/** A gateway in JavaScript: path prefix → URL. */
export const gateway = (routes: Readonly<Record<string, string>>, port: number, more = '') => `
  const routes = ${JSON.stringify(routes)};
  ${more}
  require("node:http").createServer(async (request, response) => {
    const prefix = Object.keys(routes).find(path => request.url === path || request.url.startsWith(path + "/"));
    if (prefix === undefined) return response.writeHead(404).end();
    try {
      const answer = await fetch(routes[prefix] + request.url.slice(prefix.length), { signal: AbortSignal.timeout(2000) });
      response.writeHead(answer.status).end(await answer.text());
    } catch {
      response.writeHead(503).end();
    }
  }).listen(${port});
  process.once("SIGTERM", () => process.exit(0));`;

/** An image of nginx with a configuration of its own for the http block. */
export const nginx = (tag: string, configuration: string) => `
  folder=$(mktemp -d)
  cat > "$folder/nginx.conf" <<'END'
error_log /dev/stderr;
pid /tmp/nginx.pid;
events {}
http {
  access_log off;
${configuration}
}
END
  printf 'FROM ${names.nginx}\\nCOPY nginx.conf /etc/nginx/nginx.conf\\nCMD ["nginx", "-g", "daemon off;"]\\n' > "$folder/Dockerfile"
  docker build --tag ${tag} "$folder"
  rm -r "$folder"`;
