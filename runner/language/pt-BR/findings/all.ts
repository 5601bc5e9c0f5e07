import { calls } from '../../../checks/calls/texts/pt-BR.ts';
import { gateway } from '../../../checks/gateway/texts/pt-BR.ts';
import { http } from '../../../checks/http/texts/pt-BR.ts';
import { images } from '../../../checks/images/texts/pt-BR.ts';
import { networks } from '../../../checks/networks/texts/pt-BR.ts';
import { outages } from '../../../checks/outages/texts/pt-BR.ts';
import { stores } from '../../../checks/stores/texts/pt-BR.ts';
import { volumes } from '../../../checks/volumes/texts/pt-BR.ts';
import type { findings as en } from '../../en/findings/all.ts';
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

/** O que o lab encontrou, pelos códigos de `docs/findings.md`. */
export const findings: typeof en = {
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
