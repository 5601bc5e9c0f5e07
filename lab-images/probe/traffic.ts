import { type Packet, parseDnsAnswer, parseHttpRequest, parsePacket } from './packet.ts';
import type { Endpoint, Observation } from './protocol.ts';

/** A busy container must not drown `lab`: what goes beyond this many observations in one second is left out. */
const mostPerSecond = 100;

/** Turns packets into observations. It keeps which connection attempts it has told of, so that each is told once. */
export class Traffic {
  readonly #attempts = new Map<string, number>();
  readonly #lastData = new Map<string, number>();
  #second = 0;
  #told = 0;

  /** What a packet, from its IP header on, shows at the time `at`. */
  observe(bytes: Buffer, at: number): Observation | undefined {
    const packet = parsePacket(bytes);
    if (packet === undefined) return undefined;
    const seen = packet.protocol === 'udp' ? this.#udp(packet, at) : this.#tcp(packet, at);
    if (seen === undefined || this.#isFlooded(at)) return undefined;
    return seen;
  }

  #udp({ from, payload }: Packet, at: number): Observation | undefined {
    const isNameServer = from.port === 53 || from.address === '127.0.0.11';
    const answer = isNameServer ? parseDnsAnswer(payload) : undefined;
    return answer && { kind: 'dns', at, ...answer };
  }

  #tcp({ from, to, flags, payload }: Packet, at: number): Observation | undefined {
    // Within one container (a health check, or the probe's own request) nobody calls anybody else.
    if (from.address === to.address || from.address.startsWith('127.')) return undefined;
    if (flags.syn && !flags.ack) {
      const known = this.#attempts.has(key(from, to));
      this.#attempts.set(key(from, to), at);
      this.#forget(at);
      return known ? undefined : { kind: 'connect', at, from, to };
    }
    if (flags.syn || flags.rst) {
      const isAnswerToAttempt = this.#attempts.delete(key(to, from));
      if (!isAnswerToAttempt) return undefined;
      return { kind: flags.rst ? 'refused' : 'accepted', at, from: to, to: from };
    }
    if (payload.length === 0) return undefined;
    const request = parseHttpRequest(payload);
    if (request !== undefined) return { kind: 'request', at, from, to, ...request };
    const last = this.#lastData.get(key(from, to)) ?? 0;
    this.#lastData.set(key(from, to), at);
    return at - last < 100 ? undefined : { kind: 'data', at, from, to };
  }

  /** Ephemeral ports come round again; an attempt that is a minute old is another one. */
  #forget(at: number): void {
    for (const seen of [this.#attempts, this.#lastData])
      for (const [attempt, when] of seen) if (at - when > 60_000) seen.delete(attempt);
  }

  #isFlooded(at: number): boolean {
    const second = Math.floor(at / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#told = 0;
    }
    return ++this.#told > mostPerSecond;
  }
}

const key = (from: Endpoint, to: Endpoint) => `${from.address}:${from.port}>${to.address}:${to.port}`;
