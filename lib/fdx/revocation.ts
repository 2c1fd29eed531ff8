import type { Caller } from '../clients/caller.ts';
import { withdrawConsent } from '../consent/withdraw.ts';
import type { Actor } from '../evidence/event-chain.ts';
import { listEvents } from '../storage/consent-events.ts';
import type { StoredConsent, StoredEndReason } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import type { FdxAnswer } from './fdx-answer.ts';
import { type PartyType, type RevocationRequest, revocationRequest } from './revocation-request.ts';

/** Ends a consent for one of its parties. What was stated is a part of the evidence. */
export async function revokeConsent(
  db: Database,
  id: string,
  { caller, stated }: { caller: Caller; stated: RevocationRequest },
  now: number,
): Promise<FdxAnswer> {
  const end =
    caller.kind === 'recipient'
      ? ({ by: 'recipient', reason: 'revoked-by-recipient' } as const)
      : ({ by: 'provider', reason: 'revoked-by-provider' } as const);
  const detail = { fdx: stated, client: caller.clientId };
  const { outcome } = await withdrawConsent(db, id, { ...end, detail }, now);
  return outcome === 'ended' ? { outcome: 'answered', body: undefined } : { outcome: 'refused', status: 409 };
}

/** FDX `ConsentRevocationList`: the one end of a consent; empty while it is in force, and when its time ran out. */
export async function findRevocations(db: Database, consent: StoredConsent) {
  if (consent.status !== 'revoked' || consent.endedAt === undefined) return { revocations: [] };
  const withdrawal = (await listEvents(db, consent.id)).findLast(({ type }) => type === 'withdrawn');
  const stated = revocationRequest.safeParse(withdrawal?.detail.fdx).data;
  return {
    revocations: [
      {
        status: 'REVOKED',
        reason: stated?.reason ?? reasonOf(consent.endReason as StoredEndReason),
        initiator: stated?.initiator ?? initiators[consent.endedBy ?? 'accord'],
        updatedTime: new Date(consent.endedAt * 1000).toISOString(),
      },
    ],
  };
}

const byCustomer: readonly StoredEndReason[] = ['stopped', 'denied-afterwards', 'changed', 'renewed'];
const reasonOf = (reason: StoredEndReason): RevocationRequest['reason'] =>
  byCustomer.includes(reason) ? 'USER_ACTION' : 'BUSINESS_RULE';

// What this server ends by itself, it ends for the provider it stands in front of.
const initiators: Record<Actor, PartyType> = {
  customer: 'INDIVIDUAL',
  recipient: 'DATA_RECIPIENT',
  provider: 'DATA_PROVIDER',
  accord: 'DATA_PROVIDER',
};
