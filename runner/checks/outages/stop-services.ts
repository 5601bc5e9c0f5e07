import type { RouteEvidence } from '../../probes/evidence/gateway-evidence.ts';
import { between } from '../evidence.ts';
import { askGateways } from '../gateway/ask-gateways.ts';
import { openGateway } from '../gateway/open-gateway.ts';
import type { Experiment, Run } from '../run.ts';
import { gatewayOutage } from './gateway-outage.ts';

/** Where redirects of the gateway's own lead in the end. */
const pathOf = ({ path, relays }: RouteEvidence) => relays[0]?.path ?? path;

/** Disruptive: stops a service behind a gateway, where that is allowed and both services were reached before. */
export const stopServices: Experiment = {
  name: 'gateway outage',
  about: 'requests to the gateway while a service is stopped, and afterwards',
  stage: 'disturb',
  needs: [askGateways],
  async experiment(run: Run): Promise<void> {
    for (const { from, to, beside } of run.checks('isolates-outage')) {
      const routes = run.evidence.gateways?.[from]?.routes ?? {};
      const [container, route, other] = [run.container(to), routes[to], routes[beside]];
      if (container === undefined || route === undefined || other === undefined) continue;
      // One that was started with --rm would be gone for good.
      if (container.autoRemove || !run.mayDisturb(to, container)) continue;
      const key = between(from, to);
      await run.try(key, async signal => {
        const gateway = await openGateway(run, from, [to, beside], signal);
        if (gateway === undefined) return;
        const { engine, options } = run;
        const service = { container, path: pathOf(route) };
        const outage = await gatewayOutage(engine, options.journal, gateway, service, pathOf(other), signal);
        run.evidence.gatewayOutages = { ...run.evidence.gatewayOutages, [key]: outage };
      });
    }
  },
};
