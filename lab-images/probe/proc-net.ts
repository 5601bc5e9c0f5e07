import type { Counters, Endpoint, Socket, SocketState } from './protocol.ts';

/** The kernel keeps a closed connection for TCP_TIMEWAIT_LEN (include/net/tcp.h). */
const timeWaitMs = 60_000;

/** Clock ticks of the times in /proc are USER_HZ, which is 100 wherever Node runs. */
const tickMs = 10;

const states: Record<string, SocketState> = {
  '01': 'established',
  '02': 'connecting',
  '03': 'connecting',
  '06': 'time-wait',
  '0A': 'listen',
};

/** The sockets of a table such as /proc/net/tcp (or tcp6), read at `now`. */
export function parseSockets(table: string, now: number): Socket[] {
  return table
    .split('\n')
    .slice(1)
    .map(row => row.trim().split(/\s+/))
    .filter(columns => columns.length > 5)
    .map(([, local = '', remote = '', code = '', , timer = '']) => {
      const state = states[code] ?? 'closing';
      const socket: Socket = { state, local: endpoint(local), remote: endpoint(remote) };
      if (state !== 'time-wait') return socket;
      const left = Number.parseInt(timer.split(':')[1] ?? '0', 16) * tickMs;
      return { ...socket, closedAt: now - Math.max(0, timeWaitMs - left) };
    });
}

function endpoint(text: string): Endpoint {
  const [address = '', port = ''] = text.split(':');
  return { address: addressOf(address), port: Number.parseInt(port, 16) };
}

/** Addresses stand as 32-bit words in the machine's byte order, which is little-endian wherever Node runs Linux. */
function addressOf(hex: string): string {
  const bytes = Buffer.from(hex, 'hex');
  for (let word = 0; word < bytes.length; word += 4) bytes.subarray(word, word + 4).reverse();
  return formatAddress(bytes);
}

/** Four bytes as IPv4; sixteen as IPv6 without compression of zeros, or as IPv4 where they map one (RFC 4291, 2.5.5.2). */
export function formatAddress(bytes: Buffer): string {
  if (bytes.length === 4) return bytes.join('.');
  const mapped = bytes.subarray(0, 10).every(byte => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  if (mapped) return bytes.subarray(12).join('.');
  if (bytes.every(byte => byte === 0)) return '::';
  return Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16)).join(':');
}

/** The counters of /proc/net/snmp: pairs of lines, names then values, each with the protocol in front. */
export function parseCounters(snmp: string): Counters {
  const rows = snmp.split('\n').map(line => line.split(/\s+/));
  const read = (protocol: string, name: string): number => {
    const [names, values] = rows.filter(row => row[0] === `${protocol}:`);
    return Number(values?.[names?.indexOf(name) ?? -1] ?? 0);
  };
  return {
    tcpActiveOpens: read('Tcp', 'ActiveOpens'),
    tcpPassiveOpens: read('Tcp', 'PassiveOpens'),
    tcpAttemptFails: read('Tcp', 'AttemptFails'),
    udpOut: read('Udp', 'OutDatagrams'),
  };
}
