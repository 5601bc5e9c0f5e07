import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import { sqliteVolume } from '../../../challenges/02-sqlite-volume/challenge.ts';
import { apiPostgresRedis } from '../../../challenges/03-api-postgres-redis/challenge.ts';
import { pairedMicroservices } from '../../../challenges/04-paired-microservices/challenge.ts';
import { apiGateway } from '../../../challenges/05-api-gateway/challenge.ts';
import type { Challenge } from '../../challenge/definition.ts';

/**
 * Five challenges with 100 points in all, however many the catalogue has: what counts challenges or points is tested with
 * these, so that a challenge can be added without a test noticing.
 */
export const fiveChallenges: readonly Challenge[] = [
  networkedContainers,
  sqliteVolume,
  apiPostgresRedis,
  pairedMicroservices,
  apiGateway,
];
