import type { ChallengeTexts } from '../../../runner/challenge/with-texts.ts';

export const texts: ChallengeTexts = {
  title: 'Networked containers',
  summary:
    'An API in one container and a client in another that calls it by name, again and again, on your own network.',
  roles: {
    server: 'the server',
    client: 'the client',
  },
  objectives: {
    'custom-network': {
      title: 'Server and client share a network that you created',
      why: 'On a network of your own, containers find each other by name and are apart from everything else. On the default `bridge` there are no names.',
      idea: 'Two containers can only talk by name when both are on the same network, and that network is not the default one.',
      feature:
        '`docker network create` makes a network; `docker run --network NAME` starts a container on it; `docker network connect` adds one that is already running.',
    },
    'server-answers': {
      title: 'The server answers HTTP at its address on the network',
      why: 'Each container has its own loopback. A server that listens on 127.0.0.1 hears only itself; on 0.0.0.0 it hears the other containers too.',
      idea: 'The server has to keep running, and to listen where other containers can reach it.',
      feature:
        'Listen on 0.0.0.0, not on 127.0.0.1 or localhost. `docker ps --all` shows whether it still runs, `docker logs NAME` shows what it said.',
    },
    'own-image': {
      title: 'The server runs from an image that you built',
      why: 'An image carries the program and all it needs, so that it starts the same way on any machine. Code that is mounted or typed into a stock image stays behind on yours.',
      idea: 'Write down, step by step, how an image with your server is made, and let Docker make it.',
      feature:
        'A `Dockerfile` says FROM which image to start, what to COPY and what to run; `docker build --tag NAME FOLDER` makes the image.',
    },
    'periodic-requests': {
      title: 'The client calls the server again and again',
      why: 'A container lives as long as its main process. A client that keeps calling shows that both stay alive, not only that they once started.',
      idea: 'One request is not enough: the client’s program has to loop, waiting a little between requests.',
      feature:
        'A loop with a pause in the client’s main process (such as `setTimeout`, `time.sleep` or `while true; do …; sleep 2; done`). `docker logs --follow NAME` shows it at work.',
    },
    'by-name': {
      title: 'The client reaches the server by name',
      why: 'IP addresses change whenever containers are recreated; names stay. A published port is a detour through the host, which other machines may not even have.',
      idea: 'On a network of your own, a container’s name is also its host name for the others.',
      feature:
        'Docker’s DNS server turns the name given with `docker run --name` (or `--network-alias`) into the address. Pass the URL with `--env`, and use the port the server listens on, not a published one.',
    },
    'no-compose': {
      title: 'Made by hand, without Docker Compose',
      why: 'Compose does all of this for you, which is exactly why it comes later: first see each step with your own eyes.',
      idea: 'Start each container with a command of its own.',
      feature: '`docker network create`, `docker build` and `docker run`, instead of `docker compose up`.',
    },
    'survives-restart': {
      title: 'After the server is restarted, the client finds it again',
      why: 'Servers restart: for updates, after crashes. A client that takes one failed request for the end has to be started again by hand each time.',
      idea: 'A request that fails is news, not the end: say so in the log and try again.',
      feature:
        'Catch the error inside the loop, set a timeout for each request, and let each request look up the name again. `docker restart NAME` lets you try it.',
    },
  },
  steps: [
    'Creates a network of your own. On such a network Docker runs a small DNS server, so that containers find each other by name.',
    'Builds an image from `server/Dockerfile` and names it `server`. The last word is the folder that is sent to the engine as the build context.',
    'Starts a container from that image, in the background, joined to the network. No port is published: only containers on `app-net` need to reach it.',
    'Builds the client’s image in the same way, from its own folder. Build it a second time, and each step comes from the cache.',
    'Starts the client on the same network and tells it, through an environment variable, whom to call. In the URL, `server` is the other container’s name.',
  ],
};
