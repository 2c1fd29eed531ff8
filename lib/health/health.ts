import { sql } from 'kysely';
import { apiAnswer } from '../http/api-answer.ts';
import type { ApiAnswer } from '../http/api-exchange.ts';
import { registryInForce } from '../registry/current.ts';
import type { Database } from '../storage/database.ts';

/** 200 while the database can be read; it also says which registry this process goes by. */
export async function answerHealth(db: Database): Promise<ApiAnswer> {
  const { sha256, isFileRefused } = registryInForce();
  const registry = { sha256, file: isFileRefused ? 'refused' : 'in-force' };
  try {
    await sql`select 1 from settings limit 1`.execute(db);
    return apiAnswer({ status: 'ok', registry });
  } catch {
    return apiAnswer({ status: 'unavailable', registry }, 503);
  }
}

/** 200 while this process answers at all, whatever the database does: a restart would not help that. */
export const answerLive = (): ApiAnswer => apiAnswer({ status: 'ok' });
