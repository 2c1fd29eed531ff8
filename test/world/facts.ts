import { requestedTerms } from '../../lib/consent/period.ts';
import type { ConsentFacts } from '../../lib/disclosure/facts.ts';
import { registeredProvider, registeredRecipient } from './registration.ts';
import { requestOf, shownAt } from './ticket.ts';

/** What a consent page for Camille's two accounts tells; a test changes one thing. The terms are those registered. */
export function factsOf(change: Partial<ConsentFacts> = {}): ConsentFacts {
  const provider = registeredProvider();
  const { scope, redirectUri, correlationId } = requestOf();
  const recipient = change.recipient ?? registeredRecipient();
  return {
    recipient,
    terms: requestedTerms(recipient, undefined),
    provider,
    scope,
    accounts: provider.customers[0]?.accounts ?? [],
    redirectUri,
    correlationId,
    shownAt,
    ...change,
  };
}
