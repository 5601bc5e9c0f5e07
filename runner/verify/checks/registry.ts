import type { Check } from '../../challenge/definition.ts';
import type { CheckDefinition } from '../define-check.ts';
import { answersHttp } from './answers-http.ts';
import { byInternalName } from './by-internal-name.ts';
import { callsOnRequest } from './calls-on-request.ts';
import { counterPerRequest } from './counter-per-request.ts';
import { dataOnNamedVolume } from './data-on-named-volume.ts';
import { databaseInVolume } from './database-in-volume.ts';
import { databaseIntegrity } from './database-integrity.ts';
import { failsGracefully } from './fails-gracefully.ts';
import { hasRows } from './has-rows.ts';
import { isolatesOutage } from './isolates-outage.ts';
import { namedVolume } from './named-volume.ts';
import { noCompose } from './no-compose.ts';
import { notRoot } from './not-root.ts';
import { onlyPublished } from './only-published.ts';
import { ownImage } from './own-image.ts';
import { ownImages } from './own-images.ts';
import { periodicRequests } from './periodic-requests.ts';
import { privateByName } from './private-by-name.ts';
import { reachedByName } from './reached-by-name.ts';
import { relaysAnswers } from './relays-answers.ts';
import { routesTo } from './routes-to.ts';
import { rowsPerRequest } from './rows-per-request.ts';
import { sharedNetwork } from './shared-network.ts';
import { showsData } from './shows-data.ts';
import { survivesDatabaseOutage } from './survives-database-outage.ts';
import { survivesRecreation } from './survives-recreation.ts';
import { survivesRestart } from './survives-restart.ts';
import { unknownPaths } from './unknown-paths.ts';

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
