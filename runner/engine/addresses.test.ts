import { describe, expect, test } from 'vitest';
import { formatAddress } from '../../lab-images/probe/proc-net.ts';
import { fakeAttachment, fakeContainer, fakeFacts, fakeNetwork } from '../test/fakes/facts.ts';
import { addressesOf, expandAddress, routeTo, sharedNetworks } from './addresses.ts';

test('IPv6 is written as the probe writes it', () => {
  expect(expandAddress('FD00::A:2')).toBe(formatAddress(Buffer.from('fd0000000000000000000000000a0002', 'hex')));
  expect(expandAddress('2001:0db8:0:0:0:0:0:1')).toBe('2001:db8:0:0:0:0:0:1');
  expect(expandAddress('::1')).toBe('0:0:0:0:0:0:0:1');
  expect(expandAddress('172.18.0.2')).toBe('172.18.0.2');
});

test('the addresses of a container are those of all its networks, and none while it does not run', () => {
  const networks = [{ ...fakeAttachment('a', '10.0.0.2'), address6: 'fd00::2' }, fakeAttachment('b', '10.0.1.2')];
  expect(addressesOf(fakeContainer('server', { networks }))).toEqual(['10.0.0.2', 'fd00:0:0:0:0:0:0:2', '10.0.1.2']);
  expect(addressesOf(fakeContainer('server', { networks: [fakeAttachment('a', '')] }))).toEqual([]);
});

describe('the route to a container', () => {
  const server = fakeContainer('server', {
    networks: [fakeAttachment('a', '10.0.0.2')],
    ports: [{ container: 8080, protocol: 'tcp', host: [{ address: '0.0.0.0', port: 18080 }] }],
  });
  const other = fakeContainer('other', { networks: [fakeAttachment('a', '10.0.0.9')] });
  const facts = fakeFacts({ containers: [server, other] });
  const route = (address: string, port: number) => routeTo(server, { address, port }, facts);

  test('is direct at its own address, whatever the port', () => {
    expect(route('10.0.0.2', 5000)).toBe('direct');
  });

  test('goes by the host at an address that is no container’s, on a port that is forwarded', () => {
    expect(route('172.17.0.1', 18080)).toBe('published');
    expect(route('172.17.0.1', 8080)).toBeUndefined();
  });

  test('does not lead there where the address is another container’s', () => {
    expect(route('10.0.0.9', 18080)).toBeUndefined();
  });
});

test('only networks that somebody made, and that all are on, are shared', () => {
  const networks = [fakeNetwork('a'), fakeNetwork('b'), fakeNetwork('vazia')];
  const on = (name: string, ...names: string[]) =>
    fakeContainer(name, { networks: names.map(network => fakeAttachment(network, '')) });
  const facts = fakeFacts({ networks });
  expect(sharedNetworks([on('x', 'bridge', 'a'), on('y', 'a', 'b', 'bridge')], facts)).toEqual(['a']);
  expect(sharedNetworks([on('x', 'a'), on('y', 'b')], facts)).toEqual([]);
  expect(sharedNetworks([on('x', 'bridge'), on('y', 'bridge')], facts)).toEqual([]);
  expect(sharedNetworks([], facts)).toEqual([]);
});
