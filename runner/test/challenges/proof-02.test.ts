import { sqliteVolume } from '../../../challenges/02-sqlite-volume/challenge.ts';
import { proveClaims } from './prove-claims.ts';

proveClaims(sqliteVolume);
