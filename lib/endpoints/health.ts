import { answerHealth, answerLive } from '../health/health.ts';
import { answerReady } from '../health/ready.ts';
import { documentEndpoint } from './endpoint.ts';

/** How it stands: for a person, for what restarts a process, and for what sends customers to one. */
export const health = documentEndpoint((db) => answerHealth(db));
export const live = documentEndpoint(() => answerLive());
export const ready = documentEndpoint((db, _request, now) => answerReady(db, now));
