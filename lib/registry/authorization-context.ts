import { randomUUID } from 'node:crypto';
import { type Language, readLanguage } from '#i18n/locale.ts';
import type { AuthorizationContext } from '../oauth/read-authorization-request.ts';
import { environment } from '../process/environment.ts';
import { currentRegistry } from './current.ts';
import type { Provider } from './provider.ts';
import type { Recipient } from './recipient.ts';
import { findOnlyProvider } from './registry.ts';

/** What an authorization request may name on this server. */
export function authorizationContext(): AuthorizationContext<Recipient, Provider, Language> {
  const registry = currentRegistry();
  return {
    issuer: environment().issuer,
    findRecipient: (clientId) => registry.recipients.get(clientId),
    findProvider: (providerId) => registry.providers.get(providerId),
    onlyProvider: findOnlyProvider(registry),
    readLanguage,
    newCorrelationId: randomUUID,
  };
}
