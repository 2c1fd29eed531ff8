import type { ConsentFacts } from '../../lib/disclosure/consent-words.ts';
import { registeredProvider, registeredRecipient } from './registration.ts';
import { requestOf, shownAt } from './ticket.ts';

/** What a consent page for Camille's two accounts tells; a test changes one thing. */
export function factsOf(change: Partial<ConsentFacts> = {}): ConsentFacts {
  const provider = registeredProvider();
  const { scope, redirectUri, correlationId } = requestOf();
  return {
    recipient: registeredRecipient(),
    provider,
    scope,
    accounts: provider.customers[0]?.accounts ?? [],
    redirectUri,
    correlationId,
    shownAt,
    ...change,
  };
}
