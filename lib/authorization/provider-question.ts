import { type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { errorResponse } from '../oauth/authorization-response.ts';
import { issuer } from '../process/environment.ts';
import { currentRegistry } from '../registry/current.ts';
import type { Name } from '../registry/name.ts';
import { newJourney, queryOfRequest } from './journey.ts';
import type { ProviderlessLoading } from './loaded-request.ts';

/** At which provider the customer is to answer: a request that names none goes on with the one they choose. */
export interface ProviderQuestion {
  outcome: 'choose-provider';
  recipient: Name;
  choices: { name: string; logoUri: string | undefined; address: string }[];
  /** The same question; its journey has begun. */
  address: string;
  /** Back to the recipient, without an answer. */
  giveUp: string;
}

/** Puts the question to the customer; stores nothing. */
export function askForProvider({ request, recipient, journey }: ProviderlessLoading, now: number): ProviderQuestion {
  note({ outcome: 'provider-asked' });
  const begun = journey ?? newJourney(request, now);
  const addressOf = (providerId?: string) => {
    const query = queryOfRequest(request, begun);
    if (providerId !== undefined) query.set('provider_id', providerId);
    return `/authorize?${query}`;
  };
  return {
    outcome: 'choose-provider',
    recipient: recipient.name,
    choices: [...currentRegistry().providers.values()].map(({ providerId, name, logoUri }) => ({
      name: name[request.language],
      logoUri,
      address: addressOf(providerId),
    })),
    address: addressOf(),
    giveUp: errorResponse({ ...request, issuer: issuer() }, 'access_denied', 'the customer has chosen no provider'),
  };
}

/** To the page that puts the question; the whole address, because the door sends browsers to no other. */
export const sendToChoice = ({ request, journey }: ProviderlessLoading, now: number): Redirect =>
  redirectTo(`${issuer()}/authorize?${queryOfRequest(request, journey ?? newJourney(request, now))}`);
