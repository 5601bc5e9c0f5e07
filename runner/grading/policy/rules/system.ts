import { type Allowed, type Call, send } from './call.ts';
import { filters, queryFlag, queryTime } from './query-rules.ts';
import { off } from './rules.ts';

/** What the engine says about itself. */
export const system = {
  plain: (call: Call): Allowed => send(call, {}),
  df: (call: Call): Allowed => send(call, { query: { type: dfType, verbose: queryFlag }, filter: 'df' }),
  events: (call: Call): Allowed =>
    send(call, { query: { since: queryTime, until: queryTime, filters: filters(eventFilters) }, filter: 'events' }),
  /** Containers that have ended: the lab's own are left where they are. */
  pruneContainers: (call: Call): Allowed => {
    const query = { filters: filters(['until', 'label', 'label!'], labsOwn) };
    return send(call, { query, always: call.target.query.has('filters') ? {} : { filters: JSON.stringify(labsOwn) } });
  },
};

const labsOwn = { 'label!': ['estaleiro.session'] };
const dfType = off('value');
const eventFilters = ['container', 'daemon', 'event', 'image', 'label', 'network', 'scope', 'type', 'volume'];
