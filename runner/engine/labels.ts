/** The labels on everything that the lab creates. Only what carries one of them is ever removed unasked. */
export const label = {
  /** On containers that the lab starts for itself (probes); the value is the id of the `lab` process's session. */
  session: 'estaleiro.session',
  /** What a helper container is for. */
  purpose: 'estaleiro.purpose',
  /** On what `lab up N` made; the value is the challenge's id. */
  challenge: 'estaleiro.challenge',
  /** On lab images; the value is the digest of the inputs that they were built from. */
  inputs: 'estaleiro.inputs',
} as const;
