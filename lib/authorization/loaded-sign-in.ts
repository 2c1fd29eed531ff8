import type { Language } from '#i18n/locale.ts';
import type { AuthorizationErrorCode } from '../oauth/authorization-response.ts';
import type { Name } from '../registry/name.ts';
import type { Provider } from '../registry/provider.ts';
import type { SignInOptions } from '../sign-in/sign-in-demand.ts';

/** What a customer signs in for: to answer a recipient's request, or to see what they share. */
export interface LoadedSignIn {
  outcome: 'accepted';
  provider: Provider;
  language: Language;
  correlationId: string;
  /** The query of `/sign-in` that means the same. */
  query: URLSearchParams;
  /** Where a customer who is signed in goes on. */
  returnTo: string;
  /** The journey of the request that is signed in for. */
  journeyId: string | undefined;
  /** Whose request it is, and the address that ends it there; nobody waits for a customer of the dashboard. */
  requester:
    | { name: Name; redirectUri: string; refuse(error: AuthorizationErrorCode, why: string): string }
    | undefined;
  options: SignInOptions;
}
