import { type Allowed, type Call, send } from './call.ts';
import { labels, name } from './names.ts';
import { filters, queryFlag } from './query-rules.ts';
import { needed, object, off, type Rule } from './rules.ts';

/** The endpoints about volumes: the engine's own folders, and no other place. */
export const volumes = {
  list: (call: Call): Allowed => send(call, { query: { filters: filters(['dangling', 'driver', 'label', 'name']) } }),
  create: (call: Call): Allowed =>
    send(call, {
      body: object({
        Name: name,
        Driver: driver,
        DriverOpts: off('volume-driver', 'docker volume create --opt'),
        Labels: labels,
        ClusterVolumeSpec: off('volume-driver'),
      }),
      makes: 'volume',
    }),
  inspect: (call: Call): Allowed => {
    named(call);
    return send(call, {});
  },
  remove: (call: Call): Allowed => {
    named(call);
    return send(call, { query: { force: queryFlag } });
  },
  /** Those that nothing uses: the lab's own are left where they are. */
  prune: (call: Call): Allowed => {
    const query = { filters: filters(['all', 'label', 'label!'], labsOwn) };
    return send(call, { query, always: call.target.query.has('filters') ? {} : { filters: JSON.stringify(labsOwn) } });
  },
};

const labsOwn = { 'label!': ['estaleiro.session'] };

const driver: Rule = (value, at) => {
  off('volume-driver', 'docker volume create --driver', ['local'])(value, at);
  return 'local';
};

function named(call: Call): void {
  needed(name)(call.blanks[0] ?? '', 'volume');
}
