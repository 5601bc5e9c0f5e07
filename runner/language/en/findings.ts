import { bindings } from './findings/bindings.ts';
import { containers } from './findings/containers.ts';
import { gateway } from './findings/gateway.ts';
import { intake } from './findings/intake.ts';
import { labJson } from './findings/lab-json.ts';
import { onRequest } from './findings/on-request.ts';
import { outcomes } from './findings/outcomes.ts';
import { refusals } from './findings/refusals.ts';
import { stopped } from './findings/stopped.ts';
import { storage } from './findings/storage.ts';
import { stores } from './findings/stores.ts';
import { submissions } from './findings/submissions.ts';

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
