import type { Language } from '#i18n/locale.ts';
import type { RequestedTerms } from '../consent/period.ts';
import type { Problem, Redirect } from '../http/problem.ts';
import type { AuthorizationRequest, ProviderlessRequest } from '../oauth/authorization-request.ts';
import type { Provider } from '../registry/provider.ts';
import type { Recipient } from '../registry/recipient.ts';
import type { Journey } from './journey.ts';

/** An authorization request that may be put to a customer. */
export interface LoadedRequest {
  request: AuthorizationRequest<Language>;
  recipient: Recipient;
  terms: RequestedTerms;
  provider: Provider;
  /** The one it is on; undefined when it was opened just now. */
  journey: Journey | undefined;
}

/** One that may, once its customer has chosen the provider. */
export interface ProviderlessLoading extends Pick<LoadedRequest, 'recipient' | 'journey'> {
  outcome: 'choose-provider';
  request: ProviderlessRequest<Language>;
}

/** A problem holds no address of anybody else's; a redirect has been earned (RFC 6749 §4.1.2.1). */
export type Loading = Problem | Redirect | ProviderlessLoading | ({ outcome: 'accepted' } & LoadedRequest);
