import type { AuthenticatedClient } from '../oauth/client-authentication.ts';
import { currentRegistry } from '../registry/current.ts';
import type { ApiClient, Provider } from '../registry/provider.ts';
import type { Recipient } from '../registry/recipient.ts';

/** Who may call the APIs of this server: a recipient, or a machine of a provider. */
export type Caller = AuthenticatedClient & { clientId: string } & (
    | { kind: 'recipient'; recipient: Recipient }
    | { kind: 'provider'; provider: Provider; apiClient: ApiClient }
  );

export function findCaller(clientId: string): Caller | undefined {
  const { recipients, providers } = currentRegistry();
  const recipient = recipients.get(clientId);
  if (recipient) return { ...proofOf(recipient), kind: 'recipient', recipient };
  for (const provider of providers.values()) {
    const apiClient = provider.apiClients.find((candidate) => candidate.clientId === clientId);
    if (apiClient) return { ...proofOf(apiClient), kind: 'provider', provider, apiClient };
  }
  return undefined;
}

const proofOf = ({
  clientId,
  status,
  tokenEndpointAuthMethod,
  clientSecretSha256,
}: AuthenticatedClient & { clientId: string }): AuthenticatedClient & { clientId: string } => ({
  clientId,
  status,
  tokenEndpointAuthMethod,
  clientSecretSha256,
});

/** True for the recipient of a consent, and for the machines of its provider. */
export const isPartyTo = (consent: { clientId: string; providerId: string }, caller: Caller): boolean =>
  caller.kind === 'recipient'
    ? caller.clientId === consent.clientId
    : caller.provider.providerId === consent.providerId;

/** False for a recipient that is suspended, or not in the registry any more: its tokens open nothing (SECURITY O16). */
export const isActiveRecipient = (clientId: string): boolean =>
  currentRegistry().recipients.get(clientId)?.status === 'active';
