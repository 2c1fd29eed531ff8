import { z } from 'zod';
import type { ApiRequest } from '../http/api-exchange.ts';
import { readJson } from '../http/json.ts';
import type { FdxAnswer } from './fdx-answer.ts';

/** FDX `PartyType`. */
const partyTypes = [
  'DATA_ACCESS_PLATFORM',
  'DATA_PROVIDER',
  'DATA_RECIPIENT',
  'INDIVIDUAL',
  'MERCHANT',
  'VENDOR',
] as const;
export type PartyType = (typeof partyTypes)[number];

/** FDX `ConsentRevocationRequest`: why, and on whose behalf. */
export const revocationRequest = z.strictObject({
  reason: z.enum(['BUSINESS_RULE', 'USER_ACTION']),
  initiator: z.enum(partyTypes),
});
export type RevocationRequest = z.infer<typeof revocationRequest>;

/** Reads the body of a revocation, or says what is wrong with it. */
export function readRevocationRequest(
  request: ApiRequest,
): { outcome: 'read'; stated: RevocationRequest } | Extract<FdxAnswer, { outcome: 'refused' }> {
  const body = readJson(request);
  if (body.outcome === 'too-large') return { outcome: 'refused', status: 413 };
  if (body.outcome === 'not-json') return { outcome: 'refused', status: 400, detail: 'the body must be JSON' };
  const parsed = revocationRequest.safeParse(body.value);
  if (parsed.success) return { outcome: 'read', stated: parsed.data };
  const [issue] = parsed.error.issues;
  const detail = `${issue?.path.join('.') || 'the body'}: ${issue?.message}`;
  return { outcome: 'refused', status: 400, detail };
}
