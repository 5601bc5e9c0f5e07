import type { Objective } from '../../runner/challenge/definition.ts';

/** What challenge 3 asks for, in the order in which a learner meets it: 20 points, and 4 beyond. */
export const objectives: readonly Objective[] = [
  {
    id: 'custom-network',
    title: {
      en: 'PostgreSQL, Redis and the API share a network that you created',
      'pt-BR': 'PostgreSQL, Redis e API estão em uma mesma rede criada por você',
    },
    points: 3,
    bonus: false,
    needs: [],
    check: { kind: 'shared-network', roles: ['postgres', 'redis', 'api'] },
    why: {
      en: 'A network of your own keeps the three together and everything else out, and on it each finds the others by name.',
      'pt-BR':
        'Uma rede sua mantém os três juntos e todo o resto do lado de fora, e nela cada um encontra os outros pelo nome.',
    },
    idea: {
      en: 'Make the network first; then start each of the three on it.',
      'pt-BR': 'Crie primeiro a rede; depois inicie cada um dos três nela.',
    },
    feature: {
      en: '`docker network create` makes a network, `docker run --network NAME` starts a container on it, `docker network connect` adds one that runs already.',
      'pt-BR':
        '`docker network create` cria uma rede, `docker run --network NOME` inicia um contêiner nela e `docker network connect` liga um que já está em execução.',
    },
  },
  {
    id: 'api-answers',
    title: {
      en: 'The API answers HTTP at its address on the network',
      'pt-BR': 'A API responde HTTP no seu endereço da rede',
    },
    points: 3,
    bonus: false,
    needs: [],
    check: { kind: 'answers-http', role: 'api' },
    why: {
      en: 'Each container has a loopback of its own: an API that listens on 127.0.0.1 hears only itself. And one that ends when the database is not ready yet never gets to answer.',
      'pt-BR':
        'Cada contêiner tem a sua própria interface de loopback: uma API que escuta em 127.0.0.1 só ouve a si mesma. E uma que termina porque o banco ainda não está pronto nunca chega a responder.',
    },
    idea: {
      en: 'The API has to keep running, listen where others can reach it, and bear a database that is a few seconds late.',
      'pt-BR':
        'A API precisa continuar em execução, escutar onde outros a alcancem e tolerar um banco que se atrase alguns segundos.',
    },
    feature: {
      en: 'Listen on 0.0.0.0. `docker ps --all` shows whether it still runs, `docker logs NAME` what it said.',
      'pt-BR':
        'Escute em 0.0.0.0. `docker ps --all` mostra se ela continua em execução; `docker logs NOME`, o que ela disse.',
    },
  },
  {
    id: 'counts-in-postgres',
    title: {
      en: 'Each access is a row in PostgreSQL',
      'pt-BR': 'Cada acesso é uma linha no PostgreSQL',
    },
    points: 5,
    bonus: false,
    needs: ['custom-network', 'api-answers'],
    check: { kind: 'rows-per-request', from: 'api', to: 'postgres' },
    why: {
      en: 'A database remembers each thing that happened, not only how many: with one row per access you can still ask tomorrow when, and what for.',
      'pt-BR':
        'Um banco de dados lembra cada coisa que aconteceu, e não só quantas: com uma linha por acesso, amanhã ainda dá para perguntar quando e para quê.',
    },
    idea: {
      en: 'Whenever somebody asks for the page, insert a row before you answer.',
      'pt-BR': 'Sempre que alguém pedir a página, insira uma linha antes de responder.',
    },
    feature: {
      en: 'Hand host, user and password to the API with `docker run --env`. `docker exec -it NAME psql -U postgres` opens the database, where `SELECT count(*) FROM …` counts.',
      'pt-BR':
        'Entregue host, usuário e senha à API com `docker run --env`. `docker exec -it NOME psql -U postgres` abre o banco, onde `SELECT count(*) FROM …` conta.',
    },
  },
  {
    id: 'counts-in-redis',
    title: {
      en: 'Each access advances a counter in Redis, and the answer shows it',
      'pt-BR': 'Cada acesso incrementa um contador no Redis, e a resposta o mostra',
    },
    points: 4,
    bonus: false,
    needs: ['custom-network', 'api-answers'],
    check: { kind: 'counter-per-request', from: 'api', to: 'redis' },
    why: {
      en: 'A counter in the program’s memory begins again with each new container, and two copies of the API would count apart. Redis counts for all of them, in one step.',
      'pt-BR':
        'Um contador na memória do programa recomeça a cada contêiner novo, e duas cópias da API contariam separado. O Redis conta por todas, em um passo só.',
    },
    idea: {
      en: 'Let Redis do the counting, and answer with the number that it gives you.',
      'pt-BR': 'Deixe a contagem com o Redis e responda com o número que ele devolve.',
    },
    feature: {
      en: 'The Redis command `INCR visits` adds one and returns the new number. `docker exec NAME redis-cli GET visits` shows it.',
      'pt-BR':
        'O comando `INCR visits` do Redis soma um e devolve o novo número. `docker exec NOME redis-cli GET visits` o mostra.',
    },
  },
  {
    id: 'private-by-name',
    title: {
      en: 'Database and cache are reached by name, and not from the host',
      'pt-BR': 'Banco e cache são alcançados pelo nome, e não a partir do host',
    },
    points: 4,
    bonus: false,
    needs: ['custom-network'],
    check: { kind: 'private-by-name', from: 'api', stores: ['postgres', 'redis'] },
    why: {
      en: 'Addresses change with each new container, names stay. And a published port is open to whoever reaches your machine; nobody but the API needs these two.',
      'pt-BR':
        'Os endereços mudam a cada contêiner novo, os nomes ficam. E uma porta publicada fica aberta a quem alcançar a sua máquina; só a API precisa destes dois.',
    },
    idea: {
      en: 'Inside the network, the name of a container is its host name. What only containers use stays inside.',
      'pt-BR':
        'Dentro da rede, o nome de um contêiner é o nome de host dele. O que só contêineres usam fica lá dentro.',
    },
    feature: {
      en: 'No `--publish` for PostgreSQL and Redis, and their names in the API’s settings, such as `postgres://…@NAME:5432/…` and `redis://NAME:6379`.',
      'pt-BR':
        'Nada de `--publish` para PostgreSQL e Redis, e os nomes deles nas configurações da API, como em `postgres://…@NOME:5432/…` e `redis://NOME:6379`.',
    },
  },
  {
    id: 'no-compose',
    title: { en: 'Made by hand, without Docker Compose', 'pt-BR': 'Feito à mão, sem o Docker Compose' },
    points: 1,
    bonus: false,
    needs: [],
    check: { kind: 'no-compose', roles: ['postgres', 'redis', 'api'] },
    why: {
      en: 'Compose does these steps for you. Whoever has done them once by hand knows what it does, and can mend it when it breaks.',
      'pt-BR':
        'O Compose faz estes passos por você. Quem já os fez uma vez à mão sabe o que ele faz, e consegue consertar quando algo quebra.',
    },
    idea: {
      en: 'Each container is started by a command that you type yourself.',
      'pt-BR': 'Cada contêiner é iniciado por um comando que você mesmo digita.',
    },
    feature: {
      en: '`docker network create`, `docker build` and `docker run`, instead of `docker compose up`.',
      'pt-BR': '`docker network create`, `docker build` e `docker run`, no lugar de `docker compose up`.',
    },
  },
  {
    id: 'data-on-named-volume',
    title: {
      en: 'PostgreSQL keeps its files on a named volume',
      'pt-BR': 'O PostgreSQL guarda os seus arquivos em um volume com nome',
    },
    points: 2,
    bonus: true,
    needs: [],
    check: { kind: 'data-on-named-volume', role: 'postgres' },
    why: {
      en: 'A container is made to be replaced, and what is written inside goes with it. A volume with a name stays, and the next container takes it up.',
      'pt-BR':
        'Um contêiner é feito para ser trocado, e o que foi escrito nele vai embora junto. Um volume com nome fica, e o próximo contêiner o aproveita.',
    },
    idea: {
      en: 'Find out in which folder PostgreSQL keeps its files, and put a volume just there.',
      'pt-BR': 'Descubra em que pasta o PostgreSQL guarda os seus arquivos e ponha um volume exatamente ali.',
    },
    feature: {
      en: '`docker run --volume NAME:FOLDER`. The folder is /var/lib/postgresql/data up to version 17, and the volume belongs at /var/lib/postgresql from 18 on.',
      'pt-BR':
        '`docker run --volume NOME:PASTA`. A pasta é /var/lib/postgresql/data até a versão 17; da 18 em diante, o volume vai em /var/lib/postgresql.',
    },
  },
  {
    id: 'survives-database-outage',
    title: {
      en: 'With PostgreSQL stopped, the API says so, and recovers when it is back',
      'pt-BR': 'Com o PostgreSQL parado, a API avisa, e se recupera quando ele volta',
    },
    points: 2,
    bonus: true,
    needs: ['counts-in-postgres'],
    check: { kind: 'survives-database-outage', from: 'api', to: 'postgres' },
    why: {
      en: 'Databases restart. An API that claims success then loses data, one that hangs takes its callers with it, and one that ends has to be started by hand.',
      'pt-BR':
        'Bancos de dados reiniciam. Uma API que nessa hora diz que deu certo perde dados, uma que trava leva junto quem a chamou, e uma que termina precisa ser iniciada à mão.',
    },
    idea: {
      en: 'Answer only when the row is written; where it cannot be written soon, answer with an error, and keep running.',
      'pt-BR':
        'Responda só depois de gravar a linha; se não der para gravar logo, responda com um erro e continue em execução.',
    },
    feature: {
      en: 'A connection pool that replaces lost connections, a time limit on connecting and on each query, and status 503. `docker stop NAME` and `docker start NAME` let you try it.',
      'pt-BR':
        'Um pool de conexões que troca as conexões perdidas, um tempo limite para conectar e para cada consulta, e o status 503. Com `docker stop NOME` e `docker start NOME` você testa isso.',
    },
  },
];
