import { authenticateCaller } from '../clients/authenticate-caller.ts';
import type { ApiRequest } from '../http/api-exchange.ts';
import type { Database } from '../storage/database.ts';
import { consentsScope } from '../tokens/client-credentials.ts';
import { type CallerReading, refused } from './caller-reading.ts';
import { readTokenCaller } from './token-caller.ts';

/** Who calls the consent API: a client with its secret, or with a token of its own (RFC 6749 §4.4, RFC 6750 §2.1). */
export async function readApiCaller(db: Database, request: ApiRequest, now: number): Promise<CallerReading> {
  const authorization = request.headers.get('authorization') ?? '';
  const isBasic = /^basic( |$)/i.test(authorization);
  const reading = isBasic ? await readBasicCaller(db, authorization, now) : await readTokenCaller(db, request, now);
  if (reading.outcome !== 'known') return reading;
  const { caller } = reading;
  return caller.kind === 'recipient' || caller.apiClient.scope.includes('consents')
    ? reading
    : refused(403, `Bearer error="insufficient_scope", scope="${consentsScope}"`);
}

async function readBasicCaller(db: Database, authorization: string, now: number): Promise<CallerReading> {
  const authentication = await authenticateCaller(db, authorization, new URLSearchParams(), now);
  switch (authentication.outcome) {
    case 'authenticated':
      return { outcome: 'known', caller: authentication.caller };
    case 'too-many-attempts':
      return authentication;
    case 'refused':
      return refused(401, 'Basic realm="Accord", charset="UTF-8"');
  }
}
