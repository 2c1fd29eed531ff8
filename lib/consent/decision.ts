import { hashToken } from '../keys/random-token.ts';
import { isRedeemable } from '../storage/authorization-codes.ts';
import type { Change } from '../storage/change-at-once.ts';
import type { Database } from '../storage/database.ts';
import { decisionInsertion, findDecision, insertDecision, markDecisionDenied } from '../storage/decisions.ts';
import { answerPushedRequest, pushedAnswer } from '../storage/pushed-requests.ts';
import type { ShownRequest } from './shown-request.ts';

export type Decision =
  | { outcome: 'allowed'; code: string; consentId: string }
  | { outcome: 'denied'; withdrawn: string[] }
  | { outcome: 'already-answered' };

/** `answered-elsewhere`: another page of the same pushed request was answered before (RFC 9126 §4). */
type Recording = 'first' | 'repeated' | 'answered-elsewhere';

/** Records that a page was answered with Allow. */
export async function recordAllow(
  transaction: Database,
  shown: ShownRequest,
  consentId: string,
  now: number,
): Promise<Recording> {
  if (!(await spendPushedRequest(transaction, shown))) return 'answered-elsewhere';
  const decision = { outcome: 'allowed' as const, consent_id: consentId, decided_at: now };
  const isFirst = await insertDecision(transaction, { ticket_hash: hashToken(shown.id), ...decision });
  return isFirst ? 'first' : 'repeated';
}

/** The same to be made together with the consent: none of it where the page was answered before. */
export function allowChanges(db: Database, shown: ShownRequest, consentId: string, now: number): Change[] {
  const ticketHash = hashToken(shown.id);
  const { requestUri } = shown.request;
  const decision = { ticket_hash: ticketHash, outcome: 'allowed' as const, consent_id: consentId, decided_at: now };
  const changes: Change[] = [{ query: decisionInsertion(db, decision).compile(), rows: 'one' }];
  if (requestUri !== undefined)
    changes.push({ query: pushedAnswer(db, hashToken(requestUri), ticketHash).compile(), rows: 'one' });
  return changes;
}

/** Records that a page was answered with Deny, whatever it was answered with before. */
export async function recordDenial(transaction: Database, shown: ShownRequest, now: number): Promise<Recording> {
  const ticketHash = hashToken(shown.id);
  const decision = { outcome: 'denied' as const, consent_id: null, decided_at: now };
  const isFirst = await insertDecision(transaction, { ticket_hash: ticketHash, ...decision });
  if (!isFirst) await markDecisionDenied(transaction, ticketHash, now);
  await spendPushedRequest(transaction, shown);
  return isFirst ? 'first' : 'repeated';
}

/** The consent that this page was answered with, as long as its code can still be exchanged. */
export async function findRepeatable(db: Database, shown: ShownRequest, now: number): Promise<string | undefined> {
  const earlier = await findDecision(db, hashToken(shown.id));
  const consentId = earlier?.outcome === 'allowed' ? earlier.consent_id : null;
  return consentId && (await isRedeemable(db, consentId, now)) ? consentId : undefined;
}

const spendPushedRequest = async (
  transaction: Database,
  { id, request: { requestUri } }: ShownRequest,
): Promise<boolean> =>
  requestUri === undefined || answerPushedRequest(transaction, hashToken(requestUri), hashToken(id));
