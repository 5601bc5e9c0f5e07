import { apiGateway } from '../../../challenges/05-api-gateway/challenge.ts';
import { proveClaims } from './prove-claims.ts';

proveClaims(apiGateway);
