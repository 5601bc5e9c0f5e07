import { describe, expect, test } from 'vitest';
import { dnsMessage, dnsName, ipPacket, randomNumbers, tcpPacket, udpPacket } from '../../runner/test/fakes/packets.ts';
import { parseDnsAnswer, parseHttpRequest, parsePacket } from './packet.ts';

const head = 'GET /visits?page=2 HTTP/1.1\r\nUser-Agent: x\r\nHost: server:8080\r\n\r\n';

describe('packets', () => {
  test('a SYN over IPv4', () => {
    expect(parsePacket(tcpPacket(['172.18.0.3', 40000], ['172.18.0.2', 8080], 'S'))).toEqual({
      protocol: 'tcp',
      from: { address: '172.18.0.3', port: 40000 },
      to: { address: '172.18.0.2', port: 8080 },
      flags: { syn: true, ack: false, rst: false },
      payload: Buffer.alloc(0),
    });
  });

  test('data over IPv6, after the options of its TCP header', () => {
    const packet = parsePacket(tcpPacket(['fd00:0:0:0:0:0:0:3', 40000], ['fd00:0:0:0:0:0:0:2', 8080], 'PA', head));
    expect(packet?.to).toEqual({ address: 'fd00:0:0:0:0:0:0:2', port: 8080 });
    expect(packet?.flags).toEqual({ syn: false, ack: true, rst: false });
    expect(packet?.payload.toString()).toBe(head);
  });

  test('ends where the IP header says, not with the padding of a short frame', () => {
    const padded = Buffer.concat([tcpPacket(['10.0.0.1', 1], ['10.0.0.2', 2], 'A'), Buffer.alloc(6)]);
    expect(parsePacket(padded)?.payload).toHaveLength(0);
  });

  test('the first fragment is read, later ones carry no header', () => {
    const packet = tcpPacket(['10.0.0.1', 1], ['10.0.0.2', 2], 'A', 'x');
    packet.writeUInt16BE(0x2000, 6);
    expect(parsePacket(packet)?.protocol).toBe('tcp');
    packet.writeUInt16BE(0x20b9, 6);
    expect(parsePacket(packet)).toBeUndefined();
  });

  test('other protocols are left out, and so is what is cut short', () => {
    expect(parsePacket(ipPacket('10.0.0.1', '10.0.0.2', 1, Buffer.alloc(32)))).toBeUndefined();
    const whole = tcpPacket(['10.0.0.1', 1], ['10.0.0.2', 2], 'S');
    for (let length = 0; length < 40; length++) expect(parsePacket(whole.subarray(0, length))).toBeUndefined();
  });
});

describe('DNS', () => {
  const address = (text: string) => ({ type: 1, data: Buffer.from(text.split('.').map(Number)) });

  test('an answer with an alias, two addresses and IPv6', () => {
    const records = [
      { type: 5, data: dnsName('real.server') },
      address('172.18.0.2'),
      address('172.18.0.5'),
      { type: 28, data: Buffer.from('fd000000000000000000000000000002', 'hex') },
    ];
    expect(parseDnsAnswer(dnsMessage('server.app-net', { records }))).toEqual({
      name: 'server.app-net',
      code: 0,
      addresses: ['172.18.0.2', '172.18.0.5', 'fd00:0:0:0:0:0:0:2'],
    });
  });

  test('no such name', () => {
    expect(parseDnsAnswer(dnsMessage('servidro', { flags: 0x8183 }))).toEqual({
      name: 'servidro',
      code: 3,
      addresses: [],
    });
  });

  test('a question is no answer', () => {
    expect(parseDnsAnswer(dnsMessage('server', { flags: 0x0100 }))).toBeUndefined();
  });

  test('a message that was cut anywhere is none', () => {
    const whole = dnsMessage('server', { records: [address('172.18.0.2')] });
    for (let length = 0; length < whole.length - 4; length++)
      expect(parseDnsAnswer(whole.subarray(0, length))).toBeUndefined();
  });
});

describe('HTTP', () => {
  test('the request line and the Host header, whatever its case and spaces', () => {
    expect(parseHttpRequest(Buffer.from(head))).toEqual({ method: 'GET', path: '/visits?page=2', host: 'server:8080' });
    expect(parseHttpRequest(Buffer.from('POST / HTTP/1.0\nhost:api \n\n'))?.host).toBe('api');
  });

  test('a Host that stands in the body is none of the request', () => {
    const request = parseHttpRequest(Buffer.from('POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nHost: lie'));
    expect(request).toEqual({ method: 'POST', path: '/' });
  });

  test.each(['HTTP/1.1 200 OK\r\n\r\n', 'GET / HTTP/2.0\r\n', '\x16\x03\x01\x02\x00', 'GET /', ''])(
    '%j is no request',
    text => {
      expect(parseHttpRequest(Buffer.from(text))).toBeUndefined();
    },
  );
});

test('nothing that comes over the wire makes it throw', () => {
  const next = randomNumbers(20261121);
  const seeds = [
    tcpPacket(['10.0.0.1', 1], ['10.0.0.2', 2], 'PA', head),
    tcpPacket(['fd00:0:0:0:0:0:0:1', 1], ['fd00:0:0:0:0:0:0:2', 2], 'SA'),
    udpPacket(
      ['127.0.0.11', 53],
      ['10.0.0.2', 2],
      dnsMessage('server', { records: [{ type: 1, data: Buffer.alloc(4) }] }),
    ),
  ];
  for (let round = 0; round < 20_000; round++) {
    const seed = seeds[round % (seeds.length + 1)] ?? Buffer.alloc(Math.floor(next() * 80));
    const bytes = Buffer.from(seed.subarray(0, Math.ceil(next() * seed.length)));
    for (let changes = seed.some(byte => byte !== 0) ? 4 : bytes.length; changes > 0; changes--)
      if (bytes.length > 0) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    parsePacket(bytes);
    parseHttpRequest(bytes);
    parseDnsAnswer(bytes);
    parseDnsAnswer(bytes.subarray(28));
  }
});
