import type { RequestedTerms } from '../consent/period.ts';
import type { DataCluster } from '../oauth/scope.ts';
import type { Account } from '../registry/account.ts';
import type { Provider } from '../registry/provider.ts';
import type { Recipient } from '../registry/recipient.ts';
import type { StoredConsent } from '../storage/consents.ts';

/** Everything a disclosure depends on; `shownAt` in epoch seconds. */
export interface ConsentFacts {
  recipient: Recipient;
  provider: Provider;
  scope: readonly DataCluster[];
  terms: RequestedTerms;
  accounts: readonly Account[];
  redirectUri: string;
  correlationId: string;
  shownAt: number;
  /** The consent that this one would replace. */
  previous?: PreviousConsent | undefined;
  /** True when that one was given to this very request, by the page before. */
  isAllowedAlready?: boolean;
}

/** What a customer is told about the consent that would be replaced; times in epoch seconds. */
export type PreviousConsent = Pick<StoredConsent, 'id' | 'clusters' | 'accountIds' | 'createdAt' | 'expiresAt'>;
