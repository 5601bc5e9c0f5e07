import type { Check } from '../challenge/definition.ts';
import { answersHttp } from './checks/answers-http.ts';
import { byInternalName } from './checks/by-internal-name.ts';
import { callsOnRequest } from './checks/calls-on-request.ts';
import { counterPerRequest } from './checks/counter-per-request.ts';
import { dataOnNamedVolume } from './checks/data-on-named-volume.ts';
import { databaseInVolume } from './checks/database-in-volume.ts';
import { databaseIntegrity } from './checks/database-integrity.ts';
import { failsGracefully } from './checks/fails-gracefully.ts';
import { hasRows } from './checks/has-rows.ts';
import { isolatesOutage } from './checks/isolates-outage.ts';
import { namedVolume } from './checks/named-volume.ts';
import { noCompose } from './checks/no-compose.ts';
import { notRoot } from './checks/not-root.ts';
import { onlyPublished } from './checks/only-published.ts';
import { ownImage } from './checks/own-image.ts';
import { ownImages } from './checks/own-images.ts';
import { periodicRequests } from './checks/periodic-requests.ts';
import { privateByName } from './checks/private-by-name.ts';
import { reachedByName } from './checks/reached-by-name.ts';
import { relaysAnswers } from './checks/relays-answers.ts';
import { routesTo } from './checks/routes-to.ts';
import { rowsPerRequest } from './checks/rows-per-request.ts';
import { sharedNetwork } from './checks/shared-network.ts';
import { showsData } from './checks/shows-data.ts';
import { survivesDatabaseOutage } from './checks/survives-database-outage.ts';
import { survivesRecreation } from './checks/survives-recreation.ts';
import { survivesRestart } from './checks/survives-restart.ts';
import { unknownPaths } from './checks/unknown-paths.ts';
import type { CheckDefinition } from './define-check.ts';

/** Every kind of check. One that `Check` names and that is missing here, or is another kind, does not compile. */
const checks: { readonly [Kind in Check['kind']]: CheckDefinition<Kind> } = {
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

/** The definition of a check's kind. */
export function definitionOf(check: Check): CheckDefinition {
  return checks[check.kind] as CheckDefinition;
}
