import { networkedContainers } from '../../../challenges/01-networked-containers/challenge.ts';
import { proveClaims } from './prove-claims.ts';

proveClaims(networkedContainers);
