import { describe, expect, test } from 'vitest';
import { formatAddress, parseCounters, parseSockets } from './proc-net.ts';

/** As Linux 6.18 wrote them where a program listened on [::]:8080 and was called from 172.18.0.3 and fd00::3. */
const tcp = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode                                                     
   0: 0100007F:240D 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 564578 1 00000000e2de024c 100 0 0 10 0                    
   1: 030012AC:8CA5 020012AC:1F90 06 00000000:00000000 03:000016A7 00000000     0        0 0 3 00000000b7a5058c                                      
   2: 030012AC:A473 020012AC:1F90 05 00000000:00000000 00:00000000 00000000     0        0 564583 1 00000000ae642b3f 20 0 0 11 -1                    
   3: 030012AC:AAA3 020012AC:1F90 01 00000000:00000000 00:00000000 00000000     0        0 564579 1 0000000035c0a950 20 0 0 10 -1                    
`;
const tcp6 = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 564577 1 0000000010ccfc56 100 0 0 10 0
   1: 0000000000000000FFFF0000020012AC:1F90 0000000000000000FFFF0000030012AC:A473 08 00000000:00000000 00:00000000 00000000     0        0 564584 1 000000009789681e 20 4 0 10 -1
   2: 000000FD000000000000000003000000:97F1 000000FD000000000000000002000000:1F90 01 00000000:00000000 00:00000000 00000000     0        0 564581 1 0000000074d528cc 20 0 0 10 -1
`;
const snmp = `Ip: Forwarding DefaultTTL InReceives
Ip: 1 64 151134
Icmp: InMsgs InErrors
Icmp: 7 0
IcmpMsg: InType3
IcmpMsg: 7
Tcp: RtoAlgorithm RtoMin RtoMax MaxConn ActiveOpens PassiveOpens AttemptFails EstabResets CurrEstab InSegs OutSegs RetransSegs InErrs OutRsts InCsumErrors
Tcp: 1 200 120000 -1 642 386 19 4 0 151134 124421 15 0 273 0
Udp: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors InCsumErrors IgnoredMulti MemErrors
Udp: 514 0 0 515 0 0 0 0 0
UdpLite: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors InCsumErrors IgnoredMulti MemErrors
UdpLite: 0 0 0 9 0 0 0 0 0
`;

describe('sockets', () => {
  const now = 1_795_000_000_000;

  test('of /proc/net/tcp: states, and addresses in the order people write them', () => {
    expect(parseSockets(tcp, now).map(({ state, local, remote }) => [state, local, remote])).toEqual([
      ['listen', { address: '127.0.0.1', port: 9229 }, { address: '0.0.0.0', port: 0 }],
      ['time-wait', { address: '172.18.0.3', port: 36005 }, { address: '172.18.0.2', port: 8080 }],
      ['closing', { address: '172.18.0.3', port: 42099 }, { address: '172.18.0.2', port: 8080 }],
      ['established', { address: '172.18.0.3', port: 43683 }, { address: '172.18.0.2', port: 8080 }],
    ]);
  });

  test('of /proc/net/tcp6: IPv6, and IPv4 where an address maps one', () => {
    expect(parseSockets(tcp6, now).map(({ state, local, remote }) => [state, local.address, remote.address])).toEqual([
      ['listen', '::', '::'],
      ['closing', '172.18.0.2', '172.18.0.3'],
      ['established', 'fd00:0:0:0:0:0:0:3', 'fd00:0:0:0:0:0:0:2'],
    ]);
  });

  test('of a connection that is being made', () => {
    const [first] = parseSockets(tcp.replace(' 0A ', ' 02 '), now);
    expect(first?.state).toBe('connecting');
  });

  test('that were closed tell when, by what is left of their minute', () => {
    const closed = parseSockets(tcp, now).filter(socket => 'closedAt' in socket);
    // 0x16a7 ticks of 10 ms are 57.99 s of the 60 s.
    expect(closed.map(({ local, closedAt }) => [local.port, closedAt])).toEqual([[36005, now - 2_010]]);
    const beyond = parseSockets(tcp.replace('03:000016A7', '03:00001800'), now);
    expect(beyond[1]?.closedAt).toBe(now);
  });

  test('are none in a table that is not there', () => {
    expect(parseSockets('', now)).toEqual([]);
  });
});

test('counters are found by name, and those of Udp are not those of UdpLite', () => {
  expect(parseCounters(snmp)).toEqual({
    tcpActiveOpens: 642,
    tcpPassiveOpens: 386,
    tcpAttemptFails: 19,
    udpOut: 515,
  });
  expect(parseCounters('')).toEqual({ tcpActiveOpens: 0, tcpPassiveOpens: 0, tcpAttemptFails: 0, udpOut: 0 });
});

test('an address of sixteen bytes that only looks mapped stays IPv6', () => {
  expect(formatAddress(Buffer.from('000000000000000100000000ffff0102', 'hex'))).toBe('0:0:0:1:0:0:ffff:102');
});
