import { pairedMicroservices } from '../../../challenges/04-paired-microservices/challenge.ts';
import { proveClaims } from './prove-claims.ts';

proveClaims(pairedMicroservices);
