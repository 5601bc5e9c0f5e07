import type { Challenge } from '../runner/challenge/definition.ts';
import { networkedContainers } from './01-networked-containers/challenge.ts';
import { sqliteVolume } from './02-sqlite-volume/challenge.ts';
import { apiPostgresRedis } from './03-api-postgres-redis/challenge.ts';
import { pairedMicroservices } from './04-paired-microservices/challenge.ts';
import { apiGateway } from './05-api-gateway/challenge.ts';

/** The challenges, in the order in which a learner meets them. */
export const catalogue: readonly Challenge[] = [
  networkedContainers,
  sqliteVolume,
  apiPostgresRedis,
  pairedMicroservices,
  apiGateway,
];
