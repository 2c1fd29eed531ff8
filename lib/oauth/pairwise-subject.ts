import { createHmac } from 'node:crypto';

/** A pairwise `sub` (OpenID Connect Core §8.1): stable for client, provider and customer, and reveals none of them. */
export const pairwiseSubject = (salt: string, clientId: string, providerId: string, sub: string): string =>
  createHmac('sha256', salt)
    .update(JSON.stringify([clientId, providerId, sub]))
    .digest('base64url');
