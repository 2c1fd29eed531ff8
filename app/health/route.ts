import { answerHealth } from '#lib/health/health.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

export const dynamic = 'force-dynamic';

export const GET = (): Promise<Response> => answerHealth(atHand().db);
