import { issuer } from '../process/environment.ts';
import { currentRegistry } from '../registry/current.ts';

/** The `aud` of a provider's tokens: its data API, or this server where it has named none (RFC 9068 §2.2). */
export const audienceOf = (providerId: string): string =>
  currentRegistry().providers.get(providerId)?.resource ?? issuer();
