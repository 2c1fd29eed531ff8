import { sql } from 'kysely';
import { apiResponse } from '#lib/http/api-response.ts';
import { database } from '#lib/storage/database.ts';

export const dynamic = 'force-dynamic';

/** 200 while the database answers. */
export async function GET(): Promise<Response> {
  try {
    await sql`select 1 from settings limit 1`.execute(database());
    return apiResponse({ status: 'ok' });
  } catch {
    return apiResponse({ status: 'unavailable' }, 503);
  }
}
