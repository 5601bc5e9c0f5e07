import type { Duplex } from 'node:stream';
import type Docker from 'dockerode';

/**
 * Attaches to a container's output, and to its standard input where `hasInput`. The request has an empty body: Docker reads what
 * comes with it, as dockerode's own `attach` has it, while Podman takes the connection over, and whatever follows the head
 * reaches the container's standard input.
 */
export function attach(
  docker: Docker,
  container: Docker.Container,
  { hasInput, abortSignal }: { readonly hasInput: boolean; readonly abortSignal: AbortSignal },
): Promise<Duplex> {
  const streams = ['stream=1', 'stdout=1', 'stderr=1', ...(hasInput ? ['stdin=1'] : [])];
  const request = {
    // Of a path with a query, and no other options, the modem takes the last character away.
    path: `/containers/${container.id}/attach?${streams.join('&')}&`,
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    // Without any, the body would be in chunks, and end with one more.
    file: Buffer.alloc(0),
    hijack: true,
    isStream: true,
    statusCodes: { 404: 'no such container', 409: 'container is paused', 500: 'server error' },
    abortSignal,
  };
  return new Promise((resolve, reject) => {
    docker.modem.dial(request, (error, stream) => (error ? reject(error) : resolve(stream as Duplex)));
  });
}
