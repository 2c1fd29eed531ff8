import { currentRegistry } from '../registry/current.ts';

interface Known {
  homeUri?: string | undefined;
  logoUri?: string | undefined;
  entity: { name: string; id?: string | undefined; registry?: string | undefined };
}

/** A recipient as a party of FDX (v6 `Party`), as far as it is still registered. */
export function recipientParty(clientId: string) {
  const recipient = currentRegistry().recipients.get(clientId);
  const known = recipient && { ...recipient, homeUri: recipient.clientUri };
  return party('DATA_RECIPIENT', recipient?.name.en ?? clientId, known);
}

/** The same of a bank. */
export function providerParty(providerId: string) {
  const provider = currentRegistry().providers.get(providerId);
  return party('DATA_PROVIDER', provider?.name.en ?? providerId, provider);
}

const party = (type: string, name: string, known: Known | undefined) => ({
  name,
  type,
  ...(known?.homeUri && { homeUri: known.homeUri }),
  ...(known?.logoUri?.startsWith('http') && { logoUri: known.logoUri }),
  ...(known?.entity.registry && { registry: known.entity.registry }),
  registeredEntityName: known?.entity.name ?? name,
  ...(known?.entity.id && { registeredEntityId: known.entity.id }),
});
