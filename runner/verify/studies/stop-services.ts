import { between } from '../../experiments/evidence.ts';
import { gatewayOutage } from '../../experiments/gateway-outage.ts';
import type { Run, Study } from '../run.ts';
import { openGateway } from './gateway.ts';

/** Disruptive: stops a service behind a gateway, where that is allowed and both services were reached before. */
export const stopServices: Study = {
  name: 'gateway outage',
  async study(run: Run): Promise<void> {
    for (const { from, to, beside } of run.checks('isolates-outage')) {
      const routes = run.evidence.gateways?.[from]?.routes ?? {};
      const [container, route, other] = [run.container(to), routes[to], routes[beside]];
      if (container === undefined || route === undefined || other === undefined) continue;
      if (!run.mayDisturb(to, container)) continue;
      const key = between(from, to);
      await run.try(key, async signal => {
        const gateway = await openGateway(run, from, [to, beside], signal);
        if (gateway === undefined) return;
        const { engine, options } = run;
        const service = { container, path: route.path };
        const outage = await gatewayOutage(engine, options.journal, gateway, service, other.path, signal);
        run.evidence.gatewayOutages = { ...run.evidence.gatewayOutages, [key]: outage };
      });
    }
  },
};
