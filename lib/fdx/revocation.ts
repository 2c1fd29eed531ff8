import { z } from 'zod';
import type { EndReason } from '../consent/withdraw.ts';
import type { Actor } from '../evidence/event-chain.ts';
import type { StoredConsent } from '../storage/consents.ts';

const partyTypes = [
  'DATA_ACCESS_PLATFORM',
  'DATA_PROVIDER',
  'DATA_RECIPIENT',
  'INDIVIDUAL',
  'MERCHANT',
  'VENDOR',
] as const;

/** FDX `ConsentRevocationRequest`: why, and on whose behalf. */
export const revocationRequest = z.strictObject({
  reason: z.enum(['BUSINESS_RULE', 'USER_ACTION']),
  initiator: z.enum(partyTypes),
});

/** FDX `ConsentRevocationList`: the one end a consent can come to; a consent in force, or over by time, has none. */
export function revocationsOf(consent: StoredConsent, stated: { reason?: string; initiator?: string }) {
  if (consent.status !== 'revoked' || consent.endedAt === undefined) return { revocations: [] };
  return {
    revocations: [
      {
        status: 'REVOKED',
        reason: stated.reason ?? reasonOf(consent.endReason as EndReason),
        initiator: stated.initiator ?? initiators[consent.endedBy ?? 'accord'],
        updatedTime: new Date(consent.endedAt * 1000).toISOString(),
      },
    ],
  };
}

const byCustomer: readonly EndReason[] = ['stopped', 'denied-afterwards', 'changed', 'renewed'];
const reasonOf = (reason: EndReason) => (byCustomer.includes(reason) ? 'USER_ACTION' : 'BUSINESS_RULE');

// What this server ends by itself, it ends for the provider it stands in front of.
const initiators: Record<Actor, (typeof partyTypes)[number]> = {
  customer: 'INDIVIDUAL',
  recipient: 'DATA_RECIPIENT',
  provider: 'DATA_PROVIDER',
  accord: 'DATA_PROVIDER',
};
