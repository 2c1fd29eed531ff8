import { apiResponse, forEverybody } from '#lib/http/api-response.ts';
import { publicKeys } from '#lib/keys/current-signing-key.ts';
import { atHand } from '#lib/start-up/at-hand.ts';
import { orUnavailable } from '#lib/storage/unavailable.ts';

export const dynamic = 'force-dynamic';

/** RFC 7517 §5: the keys that access tokens are checked with. */
export async function GET(): Promise<Response> {
  const { db, now } = atHand();
  const published = await orUnavailable(() => publicKeys(db, now));
  if ('outcome' in published) return apiResponse({ error: 'temporarily_unavailable' }, 503);
  return apiResponse(published, 200, {
    ...forEverybody,
    'Content-Type': 'application/jwk-set+json',
    'Cache-Control': 'public, max-age=300',
  });
}
