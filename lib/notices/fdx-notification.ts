import { providerParty, recipientParty } from '../fdx/party.ts';
import { issuer } from '../process/environment.ts';
import type { StoredConsent } from '../storage/consents.ts';
import type { Notice } from '../storage/notices.ts';

/** A notice as FDX has it (v6 Event Notifications API, `Notification`). */
export function fdxNotificationOf({ id, type, subscriber, detail, createdAt }: Notice, consent: StoredConsent) {
  const { clientId, providerId } = consent;
  return {
    notificationId: id,
    type,
    sentOn: new Date(createdAt * 1000).toISOString(),
    category: 'CONSENT',
    severity: type === 'CONSENT_EXPIRING' ? 'WARNING' : 'INFO',
    priority: type === 'CONSENT_REVOKED' ? 'HIGH' : 'MEDIUM',
    publisher: providerParty(providerId),
    subscriber: subscriber.kind === 'recipient' ? recipientParty(clientId) : providerParty(providerId),
    notificationPayload: {
      id: consent.id,
      idType: 'CONSENT',
      customFields: Object.entries(detail).map(([name, value]) => ({ name, value: String(value) })),
    },
    url: { rel: 'consent', href: `${issuer()}/fdx/v6/consents/${consent.id}`, action: 'GET' },
  };
}
