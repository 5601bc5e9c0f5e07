import type { Check, CheckParameters } from '../challenge/definition.ts';
import { callsOnRequest } from './calls/calls-on-request.ts';
import { periodicRequests } from './calls/periodic-requests.ts';
import { showsData } from './calls/shows-data.ts';
import type { CheckDefinition } from './define-check.ts';
import { relaysAnswers } from './gateway/relays-answers.ts';
import { routesTo } from './gateway/routes-to.ts';
import { unknownPaths } from './gateway/unknown-paths.ts';
import { answersHttp } from './http/answers-http.ts';
import { noCompose } from './images/no-compose.ts';
import { ownImage } from './images/own-image.ts';
import { ownImages } from './images/own-images.ts';
import { byInternalName } from './networks/by-internal-name.ts';
import { onlyPublished } from './networks/only-published.ts';
import { reachedByName } from './networks/reached-by-name.ts';
import { sharedNetwork } from './networks/shared-network.ts';
import { failsGracefully } from './outages/fails-gracefully.ts';
import { isolatesOutage } from './outages/isolates-outage.ts';
import { survivesDatabaseOutage } from './outages/survives-database-outage.ts';
import { survivesRestart } from './outages/survives-restart.ts';
import { counterPerRequest } from './stores/counter-per-request.ts';
import { privateByName } from './stores/private-by-name.ts';
import { rowsPerRequest } from './stores/rows-per-request.ts';
import { dataOnNamedVolume } from './volumes/data-on-named-volume.ts';
import { databaseInVolume } from './volumes/database-in-volume.ts';
import { databaseIntegrity } from './volumes/database-integrity.ts';
import { hasRows } from './volumes/has-rows.ts';
import { namedVolume } from './volumes/named-volume.ts';
import { notRoot } from './volumes/not-root.ts';
import { survivesRecreation } from './volumes/survives-recreation.ts';

/** Every kind of check. One that is defined and missing here, or that is another kind, does not compile. */
const checks: { readonly [Kind in keyof CheckParameters]: CheckDefinition<Kind> } = {
  'shared-network': sharedNetwork,
  'answers-http': answersHttp,
  'own-image': ownImage,
  'periodic-requests': periodicRequests,
  'reached-by-name': reachedByName,
  'only-published': onlyPublished,
  'routes-to': routesTo,
  'relays-answers': relaysAnswers,
  'unknown-paths': unknownPaths,
  'isolates-outage': isolatesOutage,
  'named-volume': namedVolume,
  'database-in-volume': databaseInVolume,
  'has-rows': hasRows,
  'database-integrity': databaseIntegrity,
  'survives-recreation': survivesRecreation,
  'not-root': notRoot,
  'no-compose': noCompose,
  'own-images': ownImages,
  'calls-on-request': callsOnRequest,
  'by-internal-name': byInternalName,
  'shows-data': showsData,
  'fails-gracefully': failsGracefully,
  'rows-per-request': rowsPerRequest,
  'counter-per-request': counterPerRequest,
  'private-by-name': privateByName,
  'data-on-named-volume': dataOnNamedVolume,
  'survives-database-outage': survivesDatabaseOutage,
  'survives-restart': survivesRestart,
};

/** Every kind, by its name. */
export const checkDefinitions: ReadonlyMap<string, CheckDefinition> = new Map(
  Object.values(checks).map(definition => [definition.kind, definition as CheckDefinition]),
);

/** The definition of a check's kind. */
export function definitionOf(check: Check): CheckDefinition {
  return checks[check.kind] as CheckDefinition;
}
