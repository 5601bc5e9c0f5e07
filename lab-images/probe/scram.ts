import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/**
 * The client's side of SCRAM-SHA-256 (RFC 5802, RFC 7677) as PostgreSQL uses it: without channel binding, and with the
 * user's name left empty, because the start-up message has it.
 */
export class Scram {
  readonly #password: string;
  readonly #nonce: string;
  readonly #user: string;

  constructor(password: string, nonce: string = randomBytes(18).toString('base64'), user = '') {
    this.#password = password.normalize('NFKC');
    this.#nonce = nonce;
    this.#user = user;
  }

  /** The first message. */
  get first(): string {
    return `n,,${this.#bare}`;
  }

  /** The last message, in answer to the server's first. Throws a TypeError for one that does not follow from ours. */
  final(serverFirst: string): string {
    const { r: nonce = '', s: salt = '', i: iterations = '' } = fields(serverFirst);
    if (!nonce.startsWith(this.#nonce) || !(Number(iterations) > 0)) throw new TypeError('the server’s SCRAM is wrong');
    const salted = pbkdf2Sync(this.#password, Buffer.from(salt, 'base64'), Number(iterations), 32, 'sha256');
    const clientKey = hmac(salted, 'Client Key');
    const withoutProof = `c=biws,r=${nonce}`;
    const signature = hmac(
      createHash('sha256').update(clientKey).digest(),
      `${this.#bare},${serverFirst},${withoutProof}`,
    );
    const proof = clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
    return `${withoutProof},p=${Buffer.from(proof).toString('base64')}`;
  }

  get #bare(): string {
    return `n=${this.#user},r=${this.#nonce}`;
  }
}

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

function fields(message: string): Record<string, string> {
  return Object.fromEntries(message.split(',').map(part => [part.slice(0, 1), part.slice(2)]));
}
