import { describe, expect, test } from 'vitest';
import { statedPaths } from './stated-paths.ts';

const paths = (path: string, text: string) => statedPaths([{ path, text }]);

describe('a route is read from', () => {
  test.each([
    ['server.mjs', "http.createServer((q, r) => { if (q.url === '/resumo-geral') r.end(); })", ['/resumo-geral']],
    ['app.js', "app.get('/pedidos/:id', async (req, res) => {})", ['/pedidos/1']],
    ['app.ts', "fastify.route({ method: 'GET', url: '/painel' })", ['/painel']],
    ['app.js', "switch (url.pathname) { case '/vitrine': break }", ['/vitrine']],
    ['app.js', "app.use('/api', router)\nrouter.get('/lista', f)", ['/api/lista', '/lista', '/api']],
    ['app.js', String.raw`if (/^\/relat[oó]rio/.test(q.url) || /^\/mural\/?$/.test(q.url)) f()`, ['/relat', '/mural']],
    [
      'rotas.ts',
      "@Controller('loja')\nexport class Loja {\n  @Get('itens')\n  f() {}\n  @Get()\n  g() {}\n}",
      ['/loja/itens', '/loja', '/itens'],
    ],
    ['app.py', '@app.route("/resumo")\ndef f(): pass', ['/resumo']],
    ['app.py', "@app.route('/resumo/<int:n>', methods=['GET', 'POST'])", ['/resumo/1']],
    ['main.py', 'router = APIRouter(prefix="/v2")\n@router.get("/tudo/{nome}")', ['/v2/tudo/1', '/tudo/1', '/v2']],
    ['main.py', "def do_GET(self):\n    if self.path == '/vitrine':\n        pass", ['/vitrine']],
    ['urls.py', "urlpatterns = [path('resumo/', v.resumo), re_path(r'^tudo$', v.tudo)]", ['/resumo/', '/tudo']],
    ['main.go', 'http.HandleFunc("/combina", f)\nmux.HandleFunc("GET /livros/{id}", g)', ['/combina', '/livros/1']],
    ['main.go', 'r := gin.Default()\napi := r.Group("/api")\napi.GET("/soma", f)', ['/api/soma', '/soma', '/api']],
    [
      'App.java',
      '@RestController\n@RequestMapping("/api")\npublic class A {\n  @GetMapping("/resumo")\n  String f() {}\n}',
      ['/api/resumo', '/resumo', '/api'],
    ],
    ['App.java', 'server.createContext("/soma", x -> {});', ['/soma']],
    [
      'Loja.java',
      '@Path("loja")\npublic class Loja {\n  @GET\n  @Path("hoje")\n  String f() {}\n}',
      ['/loja/hoje', '/hoje'],
    ],
    ['web.php', "Route::get('resumo', fn () => 1);", ['/resumo', '/web.php']],
    ['index.php', "<?php if ($_SERVER['REQUEST_URI'] === '/resumo') { echo 1; }", ['/resumo']],
    ['loja/resumo.php', '<?php echo 1;', ['/resumo.php']],
    ['cgi-bin/lista', '#!/bin/sh\necho', ['/cgi-bin/lista']],
    ['app.rb', "get '/mural' do\n  1\nend", ['/mural']],
    ['Program.cs', 'app.MapGet("/mural", () => 1);', ['/mural']],
    ['main.rs', '#[get("/mural")]\nasync fn f() {}', ['/mural']],
    ['nginx.conf', 'location /vitrine/ { proxy_pass http://loja:80/; }', ['/vitrine']],
  ])('%s: %s', (file, text, expected) => expect(paths(file, text)).toEqual(expected));
});

describe('a request is read from', () => {
  test.each([
    ['run.sh', 'echo "Teste: curl http://localhost:5002/resumo-geral"', ['/resumo-geral']],
    ['run.sh', 'curl -s "localhost:$PORTA/busca?q=sol" | jq .', ['/busca?q=sol']],
    ['run.sh', 'docker exec loja curl \\\n  http://vitrine:8080/hoje', ['/hoje']],
    ['README.md', 'Abra <http://127.0.0.1:8080/mural>.', ['/mural']],
    ['README.md', '| GET | `/mural/:id` | o mural |\n\nGET /livros.', ['/livros', '/mural/1']],
    ['app.py', '# curl localhost:8000/mural\nprint(1)', ['/mural']],
  ])('%s: %s', (file, text, expected) => expect([...paths(file, text)].sort()).toEqual([...expected].sort()));
});

test('what somebody says to try comes first, then what a file serves that asks others, then the rest; health checks last', () => {
  const files = [
    { path: 'estoque/app.js', text: "app.get('/itens', f)" },
    {
      path: 'vitrine/app.js',
      text: "app.get('/health', f)\napp.get('/mural', async () => fetch('http://estoque/itens'))",
    },
    { path: 'README.md', text: 'curl localhost/saude\ncurl localhost:80/hoje' },
  ];
  expect(statedPaths(files)).toEqual(['/hoje', '/mural', '/itens', '/saude', '/health']);
});

test.each([
  ['app.js', "app.post('/novo', f)\napp.delete('/velho', f)"],
  ['app.js', "if (q.method === 'POST' && q.url === '/novo') f()"],
  ['app.py', "@app.route('/novo', methods=['POST'])"],
  ['A.java', '@PostMapping("/novo")'],
  ['run.sh', 'curl -X POST localhost:80/novo\ncurl -d x=1 localhost:80/outro'],
  [
    'app.js',
    "app.get('/reset', f)\napp.get('/itens/delete', f)\napp.get('/shutdown', f)\napp.get('/logout', f)\napp.get('/pararTudo', f)",
  ],
  ['run.sh', 'curl -fsSL https://get.docker.com/linux\ndocker run -v $PWD/dados:/app/dados x'],
  ['app.js', "import x from '/app/x.js'; readFile('/etc/hosts'); send('/style.css'); open('/data/a.db')"],
  ['app.js', "app.get('/', f); r.end('não / há')"],
])('%s: %s names none', (file, text) => expect(paths(file, text)).toEqual([]));

test('however many there are, only some are taken, and long texts end soon', () => {
  const routes = Array.from({ length: 500 }, (_, index) => `app.get('/r${index}', f)`).join('\n');
  expect(paths('app.js', routes)).toHaveLength(40);
  expect(paths('app.js', `${"'/".repeat(50_000)}${'/a'.repeat(50_000)}${'@Get('.repeat(20_000)}`).length).toBeLessThan(
    41,
  );
});
