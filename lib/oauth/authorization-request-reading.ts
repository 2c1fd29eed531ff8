import type { AuthorizationRequest, ProviderlessRequest } from './authorization-request.ts';
import type { ConsentRequest } from './consent-request.ts';
import type { UntrustedReason } from './redirect-target.ts';
import type { Refused } from './refusal.ts';

/** The outcome of reading a request. `untrusted` holds no URL at all, so that an open redirect cannot be written. */
export type AuthorizationRequestReading<Client, Provider, Language extends string = string> =
  | { outcome: 'untrusted'; reason: UntrustedReason }
  | Refused
  | {
      /** No provider is named, and there are several: the request goes on with the one that the customer chooses. */
      outcome: 'choose-provider';
      recipient: Client;
      request: ProviderlessRequest<Language>;
    }
  | {
      outcome: 'accepted';
      recipient: Client;
      provider: Provider;
      request: AuthorizationRequest<Language>;
      consentRequest: ConsentRequest | undefined;
    };
