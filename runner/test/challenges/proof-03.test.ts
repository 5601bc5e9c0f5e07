import { apiPostgresRedis } from '../../../challenges/03-api-postgres-redis/challenge.ts';
import { proveClaims } from './prove-claims.ts';

proveClaims(apiPostgresRedis);
