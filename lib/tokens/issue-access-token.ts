import { subjectOf } from '../consent/subject.ts';
import { currentSigningKey } from '../keys/current-signing-key.ts';
import { accessTokenLife, signAccessToken } from '../oauth/access-token.ts';
import type { DataCluster } from '../oauth/scope.ts';
import { issuer } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';
import { audienceOf } from './audience.ts';
import { type ConsentToUse, grantedAccess } from './granted-access.ts';

/** A signed access token; times in epoch seconds. */
export interface IssuedAccessToken {
  id: string;
  accessToken: string;
  issuedAt: number;
  expiresAt: number;
  senderKey: string | undefined;
  scope: string;
  authorizationDetails: object[];
}

/** Signs an access token for a consent, or for fewer of its clusters. It never outlives the consent. */
export async function issueAccessToken(
  db: Database,
  consent: ConsentToUse,
  { senderKey, clusters = consent.clusters }: { senderKey: string | undefined; clusters?: DataCluster[] },
  now: number,
): Promise<IssuedAccessToken> {
  const id = crypto.randomUUID();
  const subject = await subjectOf(db, consent);
  const { scope, authorizationDetails } = grantedAccess(consent, clusters, subject);
  const times = { issuedAt: now, expiresAt: Math.min(now + accessTokenLife, consent.expiresAt) };
  const claims = {
    id,
    issuer: issuer(),
    audience: audienceOf(consent.providerId),
    subject,
    clientId: consent.clientId,
    scope,
    consent: { id: consent.id, authorizationDetails },
    senderKey,
    ...times,
  };
  const accessToken = signAccessToken(claims, await currentSigningKey(db, now));
  return { id, accessToken, ...times, senderKey, scope, authorizationDetails };
}
