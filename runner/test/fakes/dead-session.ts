import { newSession } from '../../engine/sessions.ts';

/** Above what any Linux or macOS gives out (PID_MAX_LIMIT is 2^22). */
const noPid = 2 ** 22 + 1;

/** The session of a process of this very place that is no more. */
export const deadSession = (): string => newSession().replace(`/${process.pid}/`, `/${noPid}/`);
