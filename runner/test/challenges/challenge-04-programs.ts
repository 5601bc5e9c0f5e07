import { bases, buildLine } from './debian-bases.ts';

/** A Node service whose handler has `q`, the request, and `r`, the response. */
export const node = (tag: string, port: number, handler: string, before = '') =>
  buildLine(
    tag,
    'lab/node:26',
    '-e',
    `${before};require("http").createServer(async (q, r) => { try { ${handler} } catch (e) { r.writeHead(503).end(String(e)) } }).listen(${port});process.once("SIGTERM", () => process.exit(0))`,
  );

/** A Python service whose `body` is what gives status and answer for `self.path`. */
export const python = (tag: string, port: number, body: string) =>
  buildLine(tag, bases.python.tag, 'python3', '-c', pythonProgram(port, body));

const pythonProgram = (port: number, body: string) => `
import json, signal, sys, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
signal.signal(signal.SIGTERM, lambda *a: sys.exit(0))
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, answer = self.answer()
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())
    def answer(self):
${body.replaceAll(/^/gm, '        ')}
ThreadingHTTPServer(("", ${port}), Handler).serve_forever()
`;

/** An image with its program in a file, so that nothing that is told of the container says what it does. */
const inFile = (tag: string, from: string, file: string, command: readonly string[], text: string) => `
mkdir -p "$TMPDIR/${tag}"
cat > "$TMPDIR/${tag}/${file}" <<'EOF'
${text}
EOF
printf '%s\\n' 'FROM ${from}' 'COPY ${file} /srv/${file}' 'CMD ${JSON.stringify([...command, `/srv/${file}`])}' > "$TMPDIR/${tag}/Dockerfile"
docker build --tag ${tag} "$TMPDIR/${tag}"`;

/** As `node`, with the program in a file. */
export const nodeFile = (tag: string, port: number, handler: string) =>
  inFile(
    tag,
    'lab/node:26-dev',
    'app.mjs',
    [],
    `import http from 'node:http';
http.createServer(async (q, r) => { try { ${handler} } catch (e) { r.writeHead(503).end(String(e)) } }).listen(${port});
process.once('SIGTERM', () => process.exit(0));`,
  );

/** As `python`, with the program in a file. */
export const pythonFile = (tag: string, port: number, body: string) =>
  inFile(tag, bases.python.tag, 'app.py', ['python3'], pythonProgram(port, body));
