import { randomUUID } from 'node:crypto';
import { authorizationDetailsOf, grantedResources } from '../consent/granted-resources.ts';
import { signingKey } from '../keys/current-signing-key.ts';
import { randomToken } from '../keys/random-token.ts';
import { signAccessToken } from '../oauth/access-token.ts';
import { pairwiseSubject } from '../oauth/pairwise-subject.ts';
import { type DataCluster, formatScope } from '../oauth/scope.ts';
import { environment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';
import { currentRegistry } from '../registry/current.ts';
import type { Consent } from '../storage/consents.ts';
import { database } from '../storage/database.ts';
import { getOrCreateSetting } from '../storage/settings.ts';

/** An access token that was signed, with what is remembered of it; times in epoch seconds. */
export interface IssuedAccessToken {
  id: string;
  accessToken: string;
  issuedAt: number;
  expiresAt: number;
  clusters: DataCluster[];
  senderKey: string | undefined;
  authorizationDetails: object[];
}

export type ConsentToUse = Pick<
  Consent,
  'id' | 'clientId' | 'providerId' | 'sub' | 'clusters' | 'accountIds' | 'askedScope' | 'authorizationDetails'
> &
  Pick<Consent, 'durationType' | 'createdAt' | 'expiresAt' | 'lookbackFrom'>;

/** Signs an access token for a consent, or for fewer of its clusters. */
export async function issueAccessToken(
  consent: ConsentToUse,
  {
    issuedAt,
    expiresAt,
    senderKey,
    clusters = consent.clusters,
  }: { issuedAt: number; expiresAt: number; senderKey: string | undefined; clusters?: DataCluster[] },
): Promise<IssuedAccessToken> {
  const { issuer } = environment();
  const id = randomUUID();
  const audience = currentRegistry().providers.get(consent.providerId)?.resource ?? issuer;
  const subject = await subjectOf(consent);
  const resources = grantedResources({ accountIds: consent.accountIds, clusters }, subject);
  const authorizationDetails = authorizationDetailsOf(consent, resources);
  const claims = {
    id,
    issuer,
    audience,
    subject,
    clientId: consent.clientId,
    scope: formatScope(clusters, consent.askedScope),
    consent: { id: consent.id, authorizationDetails },
    senderKey,
  };
  const accessToken = await signAccessToken({ ...claims, issuedAt, expiresAt }, await signingKey());
  return { id, accessToken, issuedAt, expiresAt, clusters, senderKey, authorizationDetails };
}

/** Who the customer is to this recipient, and to no other (OpenID Connect Core §8.1). */
export const subjectOf = async ({ clientId, providerId, sub }: ConsentToUse): Promise<string> =>
  pairwiseSubject(await pairwiseSalt(), clientId, providerId, sub);

const pairwiseSalt = (): Promise<string> =>
  processWide('pairwise-salt', () => getOrCreateSetting(database(), 'pairwise_salt', randomToken()));
