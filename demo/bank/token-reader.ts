import { type Acquaintance, apiClientId, resourceOf } from './registration.ts';

/** What a recipient's token opens: clusters by account, and those of the customer. */
export interface Granted {
  accounts: Map<string, string[]>;
  customer: string[];
}

/** What a token opens now; undefined for one that Accord did not issue for this bank, or that is over. */
export type TokenReader = (token: string) => Promise<Granted | undefined>;

interface Introspection {
  active: boolean;
  aud?: string;
  cnf?: { jkt: string };
  authorization_details?: {
    type: string;
    resources: { resourceType: string; resourceId: string; dataClusters: string[] }[];
  }[];
}

/** Asks Accord (RFC 7662), so that a consent that was withdrawn a moment ago opens nothing. */
export function createTokenReader({ bank, accord, apiSecret }: Acquaintance): TokenReader {
  const authorization = `Basic ${Buffer.from(`${apiClientId}:${encodeURIComponent(apiSecret)}`).toString('base64')}`;
  return async (token) => {
    const answer = await fetch(`${accord}/introspect`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams({ token }),
      signal: AbortSignal.timeout(5000),
    });
    if (!answer.ok) throw new Error(`Accord answered ${answer.status} at introspection`);
    const { active, aud, cnf, authorization_details: details } = (await answer.json()) as Introspection;
    // RFC 9449 §7.2: a token that is bound to a key is no bearer token, and this bank reads no proofs.
    if (!active || aud !== resourceOf({ bank }) || cnf) return undefined;
    const resources = details?.find(({ type }) => type === 'fdx_v1.0')?.resources ?? [];
    const ofType = (wanted: string) => resources.filter(({ resourceType }) => resourceType === wanted);
    return {
      accounts: new Map(ofType('ACCOUNT').map(({ resourceId, dataClusters }) => [resourceId, dataClusters])),
      customer: ofType('CUSTOMER').flatMap(({ dataClusters }) => dataClusters),
    };
  };
}
