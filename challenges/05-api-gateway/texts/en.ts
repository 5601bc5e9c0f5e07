import type { ChallengeTexts } from '../../../runner/challenge/with-texts.ts';

export const texts: ChallengeTexts = {
  title: 'API gateway',
  summary: 'Users and orders services behind a gateway, which is the only way in.',
  roles: {
    users: 'users',
    orders: 'orders',
    gateway: 'the gateway',
  },
  objectives: {
    'custom-network': {
      title: 'Users, orders and the gateway share a network that you created',
      why: 'On a network of your own the gateway finds the services by name, and without a published port nobody outside of it can reach them.',
      idea: 'Three containers, one network that is not the default one.',
      feature:
        '`docker network create` makes a network; `docker run --network NAME` starts a container on it; `docker network connect` adds one that is already running.',
    },
    'only-gateway-published': {
      title: 'Only the gateway is published to the host',
      why: 'A gateway is where access is watched and limited. A service with a published port of its own has a back door past it.',
      idea: 'Containers on one network reach each other without any published port. Publishing is for those outside of Docker.',
      feature:
        '`docker run --publish HOST:CONTAINER` opens a port of the host that leads to the container. EXPOSE in a Dockerfile publishes nothing.',
    },
    'routes-users': {
      title: 'A request through the gateway reaches users',
      why: 'The client knows one address only. It is the gateway that knows who answers for which path.',
      idea: 'For each request the gateway looks at the path, asks the right service itself, and passes the answer on.',
      feature:
        'In a program: `fetch` to `http://users:PORT` plus the path. In nginx: `location /users { proxy_pass http://users:PORT; }`. `docker logs NAME` shows who was asked.',
    },
    'routes-orders': {
      title: 'A request through the gateway reaches orders',
      why: 'Several services behind one address is what a gateway is for: they can be written, replaced and scaled apart.',
      idea: 'One path prefix for each service, and each leads to a different container.',
      feature: 'A second rule like the first, with the other service’s name and port: `http://orders:PORT`.',
    },
    'relays-answers': {
      title: 'The client gets the service’s answer and its status',
      why: 'A client decides by the status what to do next. A gateway that makes a 404 into a 200 hides what really happened.',
      idea: 'Pass on what comes back as it is: status, type and body.',
      feature:
        'In a program, answer with the response’s own status and body. nginx does so by itself. `curl --include` shows the status.',
    },
    'unknown-404': {
      title: 'Unknown paths give 404',
      why: 'A wrong path has to look wrong. A gateway that says 200 to everything makes mistakes invisible.',
      idea: 'What no rule speaks of has an answer too: there is nothing here.',
      feature: 'In a program, a last rule that answers 404. In nginx: `location / { return 404; }`.',
    },
    'no-compose': {
      title: 'Made by hand, without Docker Compose',
      why: 'Compose would do all of this from one file. Having done it by hand, you know what that file says.',
      idea: 'Start each container with a command of its own.',
      feature: '`docker network create`, `docker build` and `docker run`, instead of `docker compose up`.',
    },
    'isolates-outage': {
      title: 'With orders stopped, users still works and orders gives 502, 503 or 504',
      why: 'One broken service should cost one service. These statuses say “not me, the one behind me”, so that people look in the right place.',
      idea: 'A call that fails, or takes too long, is something to answer for, not something to fall over.',
      feature:
        'A timeout for each call (`AbortSignal.timeout`, nginx’s `proxy_connect_timeout`), its errors caught and answered with 502, 503 or 504. `docker stop NAME` lets you try it.',
    },
  },
  steps: [
    'Creates a network for the three. On it they find each other by name, and from outside nobody comes in.',
    'Builds the image of the users service from its folder.',
    'Starts it, in the background, on the network. It publishes no port: only containers on `gateway-net` reach it.',
    'Builds the image of the orders service in the same way.',
    'Starts it beside the other one. The two do not know of each other.',
    'Builds the image of the gateway, a small program that passes requests on.',
    'Starts the gateway with the only published port: port 8080 of the host leads to it. The environment says whom it asks for what. Now `http://localhost:8080/users` answers in a browser.',
  ],
};
