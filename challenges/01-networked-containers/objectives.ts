import type { Objective } from '../../runner/challenge/definition.ts';

/** What challenge 1 asks for, in the order in which a learner meets it: 20 points, and 2 beyond. */
export const objectives: readonly Objective[] = [
  {
    id: 'custom-network',
    title: {
      en: 'Server and client share a network that you created',
      'pt-BR': 'Servidor e cliente estão em uma mesma rede criada por você',
    },
    points: 4,
    bonus: false,
    needs: [],
    check: { kind: 'shared-network', roles: ['server', 'client'] },
    why: {
      en: 'On a network of your own, containers find each other by name and are apart from everything else. On the default `bridge` there are no names.',
      'pt-BR':
        'Em uma rede sua, os contêineres se encontram pelo nome e ficam separados de todo o resto. Na rede padrão `bridge` não há nomes.',
    },
    idea: {
      en: 'Two containers can only talk by name when both are on the same network, and that network is not the default one.',
      'pt-BR':
        'Dois contêineres só conversam pelo nome quando ambos estão na mesma rede, e essa rede não é a rede padrão.',
    },
    feature: {
      en: '`docker network create` makes a network; `docker run --network NAME` starts a container on it; `docker network connect` adds one that is already running.',
      'pt-BR':
        '`docker network create` cria uma rede; `docker run --network NOME` inicia um contêiner nela; `docker network connect` liga um que já está em execução.',
    },
  },
  {
    id: 'server-answers',
    title: {
      en: 'The server answers HTTP at its address on the network',
      'pt-BR': 'O servidor responde HTTP no seu endereço da rede',
    },
    points: 4,
    bonus: false,
    needs: [],
    check: { kind: 'answers-http', role: 'server' },
    why: {
      en: 'Each container has its own loopback. A server that listens on 127.0.0.1 hears only itself; on 0.0.0.0 it hears the other containers too.',
      'pt-BR':
        'Cada contêiner tem a sua própria interface de loopback. Um servidor que escuta em 127.0.0.1 só ouve a si mesmo; em 0.0.0.0 ele ouve também os outros contêineres.',
    },
    idea: {
      en: 'The server has to keep running, and to listen where other containers can reach it.',
      'pt-BR': 'O servidor precisa continuar em execução e escutar onde os outros contêineres possam alcançá-lo.',
    },
    feature: {
      en: 'Listen on 0.0.0.0, not on 127.0.0.1 or localhost. `docker ps --all` shows whether it still runs, `docker logs NAME` shows what it said.',
      'pt-BR':
        'Escute em 0.0.0.0, não em 127.0.0.1 nem em localhost. `docker ps --all` mostra se ele continua em execução; `docker logs NOME` mostra o que ele disse.',
    },
  },
  {
    id: 'own-image',
    title: {
      en: 'The server runs from an image that you built',
      'pt-BR': 'O servidor roda a partir de uma imagem construída por você',
    },
    points: 3,
    bonus: false,
    needs: [],
    check: { kind: 'own-image', role: 'server' },
    why: {
      en: 'An image carries the program and all it needs, so that it starts the same way on any machine. Code that is mounted or typed into a stock image stays behind on yours.',
      'pt-BR':
        'Uma imagem leva o programa e tudo de que ele precisa, e assim ele inicia do mesmo jeito em qualquer máquina. Código montado ou digitado em uma imagem pronta fica só na sua.',
    },
    idea: {
      en: 'Write down, step by step, how an image with your server is made, and let Docker make it.',
      'pt-BR': 'Descreva, passo a passo, como se faz uma imagem com o seu servidor, e deixe o Docker fazê-la.',
    },
    feature: {
      en: 'A `Dockerfile` says FROM which image to start, what to COPY and what to run; `docker build --tag NAME FOLDER` makes the image.',
      'pt-BR':
        'Um `Dockerfile` diz de qual imagem partir (FROM), o que copiar (COPY) e o que executar; `docker build --tag NOME PASTA` faz a imagem.',
    },
  },
  {
    id: 'periodic-requests',
    title: {
      en: 'The client calls the server again and again',
      'pt-BR': 'O cliente chama o servidor de tempos em tempos',
    },
    points: 4,
    bonus: false,
    needs: ['custom-network', 'server-answers'],
    check: { kind: 'periodic-requests', from: 'client', to: 'server' },
    why: {
      en: 'A container lives as long as its main process. A client that keeps calling shows that both stay alive, not only that they once started.',
      'pt-BR':
        'Um contêiner vive enquanto vive o seu processo principal. Um cliente que continua chamando mostra que os dois seguem vivos, e não só que um dia iniciaram.',
    },
    idea: {
      en: 'One request is not enough: the client’s program has to loop, waiting a little between requests.',
      'pt-BR':
        'Uma requisição só não basta: o programa do cliente precisa repetir, esperando um pouco entre uma e outra.',
    },
    feature: {
      en: 'A loop with a pause in the client’s main process (such as `setTimeout`, `time.sleep` or `while true; do …; sleep 2; done`). `docker logs --follow NAME` shows it at work.',
      'pt-BR':
        'Um laço com pausa no processo principal do cliente (como `setTimeout`, `time.sleep` ou `while true; do …; sleep 2; done`). `docker logs --follow NOME` mostra o laço em ação.',
    },
  },
  {
    id: 'by-name',
    title: {
      en: 'The client reaches the server by name',
      'pt-BR': 'O cliente alcança o servidor pelo nome',
    },
    points: 4,
    bonus: false,
    needs: ['custom-network', 'server-answers'],
    check: { kind: 'reached-by-name', from: 'client', to: 'server' },
    why: {
      en: 'IP addresses change whenever containers are recreated; names stay. A published port is a detour through the host, which other machines may not even have.',
      'pt-BR':
        'Endereços IP mudam quando os contêineres são recriados; os nomes ficam. Uma porta publicada é um desvio pelo host, que nem sempre existe em outras máquinas.',
    },
    idea: {
      en: 'On a network of your own, a container’s name is also its host name for the others.',
      'pt-BR': 'Em uma rede sua, o nome de um contêiner é também o nome de host dele para os outros.',
    },
    feature: {
      en: 'Docker’s DNS server turns the name given with `docker run --name` (or `--network-alias`) into the address. Pass the URL with `--env`, and use the port the server listens on, not a published one.',
      'pt-BR':
        'O servidor DNS do Docker transforma o nome dado com `docker run --name` (ou `--network-alias`) no endereço. Passe a URL com `--env` e use a porta em que o servidor escuta, não uma porta publicada.',
    },
  },
  {
    id: 'no-compose',
    title: {
      en: 'Made by hand, without Docker Compose',
      'pt-BR': 'Feito à mão, sem o Docker Compose',
    },
    points: 1,
    bonus: false,
    needs: [],
    check: { kind: 'no-compose', roles: ['server', 'client'] },
    why: {
      en: 'Compose does all of this for you, which is exactly why it comes later: first see each step with your own eyes.',
      'pt-BR':
        'O Compose faz tudo isso por você, e é justamente por isso que ele fica para depois: primeiro veja cada passo com os próprios olhos.',
    },
    idea: {
      en: 'Start each container with a command of its own.',
      'pt-BR': 'Inicie cada contêiner com um comando próprio.',
    },
    feature: {
      en: '`docker network create`, `docker build` and `docker run`, instead of `docker compose up`.',
      'pt-BR': '`docker network create`, `docker build` e `docker run`, no lugar de `docker compose up`.',
    },
  },
  {
    id: 'survives-restart',
    title: {
      en: 'After the server is restarted, the client finds it again',
      'pt-BR': 'Depois que o servidor é reiniciado, o cliente o encontra de novo',
    },
    points: 2,
    bonus: true,
    needs: ['periodic-requests'],
    check: { kind: 'survives-restart', from: 'client', to: 'server' },
    why: {
      en: 'Servers restart: for updates, after crashes. A client that takes one failed request for the end has to be started again by hand each time.',
      'pt-BR':
        'Servidores reiniciam: por atualizações, depois de falhas. Um cliente que desiste na primeira requisição perdida precisa ser iniciado à mão toda vez.',
    },
    idea: {
      en: 'A request that fails is news, not the end: say so in the log and try again.',
      'pt-BR': 'Uma requisição que falha é uma notícia, não o fim: registre no log e tente de novo.',
    },
    feature: {
      en: 'Catch the error inside the loop, set a timeout for each request, and let each request look up the name again. `docker restart NAME` lets you try it.',
      'pt-BR':
        'Trate o erro dentro do laço, defina um tempo limite para cada requisição e deixe que cada uma procure o nome de novo. Com `docker restart NOME` você testa isso.',
    },
  },
];
