import { apiResponse } from '#lib/http/api-response.ts';
import { publicKeys } from '#lib/keys/current-signing-key.ts';
import { now } from '#lib/process/clock.ts';
import { database, isUnavailable } from '#lib/storage/database.ts';

export const dynamic = 'force-dynamic';

/** RFC 7517 §5: the keys that access tokens are checked with. */
export async function GET(): Promise<Response> {
  try {
    const keys = await publicKeys(database(), now());
    return apiResponse(keys, 200, {
      'Content-Type': 'application/jwk-set+json',
      'Cache-Control': 'public, max-age=300',
    });
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return apiResponse({ error: 'temporarily_unavailable' }, 503);
  }
}
