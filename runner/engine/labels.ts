/** The labels on everything that the lab creates. Only what carries one of them is ever removed unasked. */
export const label = {
  /** On containers that the lab starts for itself (probes); the value is the id of the `lab` process's session. */
  session: 'estaleiro.session',
  /** On what grading keeps between its runs; the value says what it is. */
  grading: 'estaleiro.grading',
  /** What a helper container is for. */
  purpose: 'estaleiro.purpose',
  /** On the helper that stands for a lab's right to disturb (see `probes/outage-lock.ts`): the ids of what it may stop, by commas. */
  disturbed: 'estaleiro.disturbed',
  /**
   * On the containers, networks and volumes that `lab up N` made; the value is the challenge's id. Never on an image:
   * every container of an image inherits its labels, the learner's too.
   */
  challenge: 'estaleiro.challenge',
  /** On what `lab author check` makes with a challenge's scripts; the value is one script's run. */
  author: 'estaleiro.author',
  /** On lab images; the value is the image's own reference. Images built from one inherit it, but not the reference. */
  image: 'estaleiro.image',
  /** On lab images; the value is the digest of the inputs that they were built from. */
  inputs: 'estaleiro.inputs',
  /** On lab images; the value says what the image stands on: Debian's packages, or an image by digest. */
  source: 'estaleiro.source',
  /** On lab images; the value is the digest of inputs from the registry that would not do when it was built. */
  refused: 'estaleiro.refused',
} as const;

/** How the names of the lab's own volumes begin: events about volumes carry no labels. */
export const scratchPrefix = 'estaleiro-scratch-';
