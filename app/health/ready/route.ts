import { answerReady } from '#lib/health/ready.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

export const dynamic = 'force-dynamic';

export const GET = (): Promise<Response> => {
  const { db, now } = atHand();
  return answerReady(db, now);
};
