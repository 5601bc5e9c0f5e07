import { type Allowed, type Call, container, send } from './call.ts';
import { name } from './names.ts';
import { detachKeys, filters, queryFlag, queryNumber, queryTime } from './query-rules.ts';
import { needed, off, text } from './rules.ts';

const signal = text(16, /^[A-Za-z0-9+-]+$/);

/** The endpoints that look at a container, and those that start, stop and remove it. */
export const containers = {
  list: (call: Call): Allowed =>
    send(call, {
      query: { all: queryFlag, limit: queryNumber, size: queryFlag, filters: filters(containerFilters) },
      filter: 'containers',
    }),
  inspect: (call: Call): Allowed => send(call, { query: { size: queryFlag }, subjects: [container(call)] }),
  top: (call: Call): Allowed =>
    send(call, { query: { ps_args: text(64, /^[\w ,=+-]*$/) }, subjects: [container(call)] }),
  logs: (call: Call): Allowed =>
    send(call, {
      query: {
        follow: queryFlag,
        stdout: queryFlag,
        stderr: queryFlag,
        timestamps: queryFlag,
        details: queryFlag,
        since: queryTime,
        until: queryTime,
        tail: text(10, /^(all|\d+)$/),
      },
      subjects: [container(call)],
    }),
  changes: (call: Call): Allowed => send(call, { subjects: [container(call)] }),
  stats: (call: Call): Allowed =>
    send(call, { query: { stream: queryFlag, 'one-shot': queryFlag }, subjects: [container(call)] }),
  // What is checkpointed or restored is a path of the engine's own machine: those fields are unknown here.
  start: (call: Call): Allowed => send(call, { query: { detachKeys }, subjects: [container(call)] }),
  stop: (call: Call): Allowed => send(call, { query: { t: queryNumber, signal }, subjects: [container(call)] }),
  kill: (call: Call): Allowed => send(call, { query: { signal }, subjects: [container(call)] }),
  rename: (call: Call): Allowed => send(call, { query: { name: needed(name) }, subjects: [container(call)] }),
  plain: (call: Call): Allowed => send(call, { subjects: [container(call)] }),
  wait: (call: Call): Allowed =>
    send(call, { query: { condition: text(16, /^(not-running|next-exit|removed)$/) }, subjects: [container(call)] }),
  resize: (call: Call): Allowed =>
    send(call, { query: { h: queryNumber, w: queryNumber }, subjects: [container(call)] }),
  remove: (call: Call): Allowed =>
    send(call, {
      query: { v: queryFlag, force: queryFlag, link: off('link', 'docker rm --link', ['0', 'false']) },
      subjects: [container(call)],
    }),
  attach: (call: Call): Allowed =>
    send(call, {
      query: { logs: queryFlag, stream: queryFlag, stdin: queryFlag, stdout: queryFlag, stderr: queryFlag, detachKeys },
      subjects: [container(call)],
      carries: 'tunnel',
    }),
};

const containerFilters = [
  'ancestor',
  'before',
  'exited',
  'expose',
  'health',
  'id',
  'is-task',
  'label',
  'name',
  'network',
  'publish',
  'since',
  'status',
  'volume',
];
