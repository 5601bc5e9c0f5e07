import { calls } from '../../../checks/calls/texts/en.ts';
import { gateway } from '../../../checks/gateway/texts/en.ts';
import { http } from '../../../checks/http/texts/en.ts';
import { images } from '../../../checks/images/texts/en.ts';
import { networks } from '../../../checks/networks/texts/en.ts';
import { outages } from '../../../checks/outages/texts/en.ts';
import { stores } from '../../../checks/stores/texts/en.ts';
import { volumes } from '../../../checks/volumes/texts/en.ts';
import { authoring } from './authoring.ts';
import { bindings } from './bindings.ts';
import { containers } from './containers.ts';
import { formats } from './formats.ts';
import { intake } from './intake.ts';
import { labJson } from './lab-json.ts';
import { outcomes } from './outcomes.ts';
import { refusals } from './refusals.ts';
import { stopped } from './stopped.ts';
import { submissions } from './submissions.ts';
import { translate } from './translate.ts';

/** What the lab found, by the codes of `docs/findings.md`. */
export const findings = {
  ...bindings,
  ...containers,
  ...networks,
  ...http,
  ...images,
  ...calls,
  ...volumes,
  ...stores,
  ...gateway,
  ...outages,
  ...stopped,
  ...submissions,
  ...outcomes,
  ...intake,
  ...formats,
  ...labJson,
  ...refusals,
  ...authoring,
  ...translate,
};
