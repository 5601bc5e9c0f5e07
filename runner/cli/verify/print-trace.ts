import type { ConnectedEngine, Lab } from '../../app/lab.ts';
import type { Engine } from '../../engine/engine.ts';

/** Where the time of one run went, in milliseconds. `began` counts from the start of the process. */
export interface Timing {
  readonly began: number;
  readonly spans: readonly { readonly name: string; readonly ms: number }[];
  /** How long at least one engine call was under way, after connecting. */
  readonly engineCalls: number;
  readonly total: number;
}

/** Measures a command where LAB_TRACE=1 asks for it (`npm run bench` does), and then tells on standard error. */
export class Stopwatch {
  readonly #began = performance.now();
  readonly #spans: { name: string; ms: number }[] = [];
  readonly #engine = new BusyTime();
  readonly #isOn: boolean;

  constructor(env: Lab['env']) {
    this.#isOn = env.LAB_TRACE === '1';
  }

  readonly add = (span: { readonly name: string; readonly ms: number }): void => {
    this.#spans.push(span);
  };

  async time<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.add({ name, ms: performance.now() - began });
    }
  }

  /** The same engine; where measuring is on, its calls are counted. */
  watch(connected: ConnectedEngine): ConnectedEngine {
    if (!this.#isOn) return connected;
    const busy = this.#engine;
    const engine = new Proxy(connected.engine, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        return (...values: unknown[]) => busy.during(value.apply(target, values));
      },
    }) satisfies Engine;
    return { ...connected, engine };
  }

  tell({ err, env }: Pick<Lab, 'err' | 'env'>): void {
    if (env.LAB_TRACE !== '1') return;
    const timing: Timing = {
      began: this.#began,
      spans: this.#spans,
      engineCalls: this.#engine.total,
      total: performance.now(),
    };
    err.write(`${JSON.stringify(timing)}\n`);
  }
}

/** How long at least one of several things was going on. */
class BusyTime {
  total = 0;
  #going = 0;
  #since = 0;

  during(result: unknown): unknown {
    if (!(result instanceof Promise)) return result;
    if (this.#going++ === 0) this.#since = performance.now();
    const done = () => {
      if (--this.#going === 0) this.total += performance.now() - this.#since;
    };
    result.then(done, done);
    return result;
  }
}
