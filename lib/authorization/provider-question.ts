import { byLanguage, type Language } from '#i18n/locale.ts';
import { type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { errorResponse } from '../oauth/authorization-response.ts';
import { issuer } from '../process/environment.ts';
import { currentRegistry } from '../registry/current.ts';
import { newJourney, queryOfRequest } from './journey.ts';
import type { ProviderlessLoading } from './loaded-request.ts';

/** At which provider the customer is to answer: a request that names none goes on with the one they choose. */
export interface ProviderQuestion {
  outcome: 'choose-provider';
  recipient: string;
  choices: { name: string; address: string }[];
  /** The same question in another language. */
  addressIn: Record<Language, string>;
  /** Back to the recipient, without an answer. */
  giveUp: string;
}

/** Puts the question to the customer; stores nothing. */
export function askForProvider({ request, recipient, journey }: ProviderlessLoading, now: number): ProviderQuestion {
  note({ outcome: 'provider-asked' });
  const begun = journey ?? newJourney(request, now);
  const addressOf = (change: { language?: Language; providerId?: string }) => {
    const query = queryOfRequest({ ...request, ...(change.language && { language: change.language }) }, begun);
    if (change.providerId !== undefined) query.set('provider_id', change.providerId);
    return `/authorize?${query}`;
  };
  return {
    outcome: 'choose-provider',
    recipient: recipient.name[request.language],
    choices: [...currentRegistry().providers.values()].map(({ providerId, name }) => ({
      name: name[request.language],
      address: addressOf({ providerId }),
    })),
    addressIn: byLanguage((language) => addressOf({ language })),
    giveUp: errorResponse({ ...request, issuer: issuer() }, 'access_denied', 'the customer has chosen no provider'),
  };
}

/** To the page that puts the question; the whole address, because the door sends browsers to no other. */
export const sendToChoice = ({ request, journey }: ProviderlessLoading, now: number): Redirect =>
  redirectTo(`${issuer()}/authorize?${queryOfRequest(request, journey ?? newJourney(request, now))}`);
