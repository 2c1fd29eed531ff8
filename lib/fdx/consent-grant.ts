import { isActiveRecipient } from '../clients/caller.ts';
import { grantedPeriods, grantedResources } from '../consent/granted-resources.ts';
import { subjectOf } from '../consent/subject.ts';
import { currentRegistry } from '../registry/current.ts';
import { isActive, type StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { providerParty, recipientParty } from './party.ts';

const timestamp = (seconds: number) => new Date(seconds * 1000).toISOString();

/** A consent as FDX has it (v6 Consent API, `ConsentGrant`). */
export async function consentGrantOf(db: Database, consent: StoredConsent, now: number) {
  const { id, createdAt, expiresAt, endedAt } = consent;
  return {
    id,
    status: statusOf(consent, now),
    // Not FDX's: the consent is in force, but its recipient is suspended or removed, and nobody gets data by it.
    ...(isActive(consent, now) && !isActiveRecipient(consent.clientId) && { 'x-accord-paused': true }),
    parties: partiesOf(consent),
    createdTime: timestamp(createdAt),
    expirationTime: timestamp(expiresAt),
    updatedTime: timestamp(endedAt ?? createdAt),
    ...grantedPeriods(consent),
    resources: grantedResources(consent, await subjectOf(db, consent)),
    links: linksOf(consent),
  };
}

function statusOf(consent: StoredConsent, now: number): 'ACTIVE' | 'REVOKED' | 'EXPIRED' {
  if (isActive(consent, now)) return 'ACTIVE';
  return consent.status === 'revoked' ? 'REVOKED' : 'EXPIRED';
}

const partiesOf = ({ clientId, providerId }: StoredConsent) => [
  recipientParty(clientId),
  ...(currentRegistry().recipients.get(clientId)?.intermediaries ?? []).map(({ name, uri }) => ({
    name,
    type: 'DATA_ACCESS_PLATFORM',
    ...(uri && { homeUri: uri }),
    registeredEntityName: name,
  })),
  providerParty(providerId),
];

function linksOf({ id, replaces, replacedBy }: StoredConsent) {
  const link = (rel: string, target: string) => ({ rel, href: `/fdx/v6/consents/${target}`, action: 'GET' });
  return [
    link('self', id),
    ...(replaces ? [link('replaces', replaces)] : []),
    ...(replacedBy ? [link('replacedBy', replacedBy)] : []),
  ];
}
