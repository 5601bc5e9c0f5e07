import Docker from 'dockerode';
import { dockerodeOptions, type EngineAddress } from '../address.ts';

/** What dockerode sends requests through, as far as it is kept in check here: more than its types let on. */
interface Modem {
  dial(options: { readonly path: string }, callback: (error: Error, answer: null) => void): void;
  buildRequest(options: object, ...more: unknown[]): void;
}

/**
 * dockerode for an engine; nothing is sent before the first call. A call about nothing (an empty id or name) fails as one about
 * something that is not there, and a redirection is an answer like any other. Engines redirect paths such as
 * `/containers//json`, and dockerode would go there with a request whose failure nobody hears: that ends the process.
 */
export function openDocker(address: EngineAddress): Docker {
  const docker = new Docker(dockerodeOptions(address));
  const modem = docker.modem as unknown as Modem;
  const dial = modem.dial.bind(modem);
  const buildRequest = modem.buildRequest.bind(modem);
  modem.dial = (options, callback) => {
    if (isAboutNothing(options.path)) callback(notThere(options.path), null);
    else dial(options, callback);
  };
  modem.buildRequest = (options, ...more) => buildRequest({ ...options, maxRedirects: 0 }, ...more);
  return docker;
}

/** True for a path that the engine would clean up, and so take for another. */
function isAboutNothing(path: string): boolean {
  const [place = ''] = path.split('?');
  return place.split('/').some((part, index) => (part === '' && index > 0) || part === '.' || part === '..');
}

const notThere = (path: string) => Object.assign(new Error(`nothing can be at ${path}`), { statusCode: 404 });
