import { useEffect, useRef } from 'react';
import type { LogsPort } from '../ports.ts';
import type { ScreenEvent, State } from '../state.ts';
import { containersOf } from '../widgets/logs/containers.ts';

/** Follows the log that the page shows, for as long as it is shown. */
export function useLogs(logs: LogsPort, state: State, dispatch: (event: ScreenEvent) => void): void {
  const { target, session } = state.logs;
  const isOpen = state.reading === 'logs';
  const latest = useRef(target);
  latest.current = target;
  const followed = isOpen && target !== undefined ? session : undefined;

  useEffect(() => {
    if (followed === undefined || latest.current === undefined) return;
    const stop = new AbortController();
    void logs.follow(latest.current, stop.signal, news => {
      if (!stop.signal.aborted) dispatch({ kind: 'logs', event: { session: followed, news } });
    });
    return () => stop.abort();
  }, [logs, followed, dispatch]);

  // The page was opened before there was any container: the first one that comes is shown.
  const isFirst =
    isOpen && target === undefined && state.attempt !== undefined && containersOf(state.attempt).length > 0;
  useEffect(() => {
    if (isFirst) dispatch({ kind: 'key', intent: 'right' });
  }, [isFirst, dispatch]);
}
