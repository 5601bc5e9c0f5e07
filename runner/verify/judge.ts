import type { Challenge, Check, Objective } from '../challenge/definition.ts';
import type { Evidence } from '../experiments/evidence.ts';
import { objectiveTitle, say } from '../language/say.ts';
import type { ObjectiveReport } from '../report/report.ts';
import { Case } from './case.ts';
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
import { isDisruptive } from './disruptive-checks.ts';
import type { Finding } from './finding.ts';

/** Judges every objective of a challenge by the evidence alone. Pure: the same evidence gives the same verdicts. */
export function judge(challenge: Challenge, evidence: Evidence): Omit<ObjectiveReport, 'durationMs'>[] {
  const at = new Case(challenge, evidence);
  const judged: Omit<ObjectiveReport, 'durationMs'>[] = [];
  for (const objective of challenge.objectives) {
    const finding = besideOthers(objective, afterNeeds(objective, judged, at) ?? judgeCheck(objective.check, at), at);
    judged.push({
      id: objective.id,
      points: objective.points,
      bonus: objective.bonus,
      verdict: finding.verdict,
      finding: finding.observed,
      expected: finding.expected,
      next: finding.verdict === 'pass' ? '' : finding.next,
    });
  }
  return judged;
}

/** Where an objective that this one needs has not passed, that one's next step is this one's too. */
function afterNeeds(
  objective: Objective,
  judged: readonly Omit<ObjectiveReport, 'durationMs'>[],
  at: Case,
): Finding | undefined {
  const unmet = judged.find(other => objective.needs.includes(other.id) && other.verdict !== 'pass');
  if (unmet === undefined) return undefined;
  const verdict = unmet.verdict === 'unknown' ? 'unknown' : 'blocked';
  const { expected } = judgeCheck(objective.check, at);
  return {
    verdict,
    observed: say('objective.waits-for', { title: objectiveTitle(unmet.id) }),
    expected,
    next: unmet.next,
  };
}

/** While another lab disturbs containers, what does not hold may be its doing. */
function besideOthers({ check }: Objective, finding: Finding, at: Case): Finding {
  if (at.evidence.othersDisturbed !== true || finding.verdict === 'pass') return finding;
  const isNotTried = finding.verdict === 'unknown';
  if (isNotTried && !isDisruptive(check)) return finding;
  const next = isNotTried ? finding.next : `lab verify ${at.challenge.number}`;
  return {
    ...finding,
    verdict: 'unknown',
    observed: say('lab.could-not-tell', { reason: say('lab.others-disturb') }),
    next,
  };
}

function judgeCheck(check: Check, at: Case): Finding {
  switch (check.kind) {
    case 'shared-network':
      return sharedNetwork(check, at);
    case 'answers-http':
      return answersHttp(check, at);
    case 'own-image':
      return ownImage(check, at);
    case 'periodic-requests':
      return periodicRequests(check, at);
    case 'reached-by-name':
      return reachedByName(check, at);
    case 'only-published':
      return onlyPublished(check, at);
    case 'routes-to':
      return routesTo(check, at);
    case 'relays-answers':
      return relaysAnswers(check, at);
    case 'unknown-paths':
      return unknownPaths(check, at);
    case 'isolates-outage':
      return isolatesOutage(check, at);
    case 'named-volume':
      return namedVolume(check, at);
    case 'database-in-volume':
      return databaseInVolume(check, at);
    case 'has-rows':
      return hasRows(check, at);
    case 'database-integrity':
      return databaseIntegrity(check, at);
    case 'survives-recreation':
      return survivesRecreation(check, at);
    case 'not-root':
      return notRoot(check, at);
    case 'no-compose':
      return noCompose(check, at);
    case 'own-images':
      return ownImages(check, at);
    case 'calls-on-request':
      return callsOnRequest(check, at);
    case 'by-internal-name':
      return byInternalName(check, at);
    case 'shows-data':
      return showsData(check, at);
    case 'fails-gracefully':
      return failsGracefully(check, at);
    case 'rows-per-request':
      return rowsPerRequest(check, at);
    case 'counter-per-request':
      return counterPerRequest(check, at);
    case 'private-by-name':
      return privateByName(check, at);
    case 'data-on-named-volume':
      return dataOnNamedVolume(check, at);
    case 'survives-database-outage':
      return survivesDatabaseOutage(check, at);
    case 'survives-restart':
      return survivesRestart(check, at);
  }
}
