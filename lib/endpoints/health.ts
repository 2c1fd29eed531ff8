import { sql } from 'kysely';
import { apiAnswer } from '../http/api-answer.ts';
import { documentEndpoint } from './endpoint.ts';

/** 200 while the database answers. */
export const health = documentEndpoint(async (db) => {
  try {
    await sql`select 1 from settings limit 1`.execute(db);
    return apiAnswer({ status: 'ok' });
  } catch {
    return apiAnswer({ status: 'unavailable' }, 503);
  }
});
