import { bindings } from './bindings.ts';
import { containers } from './containers.ts';
import { gateway } from './gateway.ts';
import { intake } from './intake.ts';
import { labJson } from './lab-json.ts';
import { onRequest } from './on-request.ts';
import { outcomes } from './outcomes.ts';
import { refusals } from './refusals.ts';
import { stopped } from './stopped.ts';
import { storage } from './storage.ts';
import { stores } from './stores.ts';
import { submissions } from './submissions.ts';

/** What the lab found, by the codes of `docs/findings.md`. */
export const findings = {
  ...bindings,
  ...containers,
  ...onRequest,
  ...gateway,
  ...stopped,
  ...storage,
  ...stores,
  ...submissions,
  ...outcomes,
  ...intake,
  ...labJson,
  ...refusals,
};
