import { readFileSync } from 'node:fs';
import { z } from 'zod';

const customer = z.object({ username: z.string(), password: z.string(), accounts: z.array(z.unknown()) });

const bank = z
  .object({
    provider_id: z.string(),
    name: z.string(),
    'name#fr': z.string().optional(),
    sign_in: z.object({ issuer: z.url().optional() }),
    customers: z.array(customer).default([]),
  })
  .transform((wire) => ({
    providerId: wire.provider_id,
    name: { en: wire.name, fr: wire['name#fr'] ?? wire.name },
    issuer: wire.sign_in.issuer,
    customers: wire.customers,
  }));
export type SampleBankEntry = z.infer<typeof bank>;

const app = z
  .object({
    client_id: z.string(),
    client_name: z.string(),
    'client_name#fr': z.string().optional(),
    description: z.string(),
    'description#fr': z.string().optional(),
    redirect_uris: z.array(z.string()),
    token_endpoint_auth_method: z.string(),
    status: z.string(),
  })
  .transform((wire) => ({
    clientId: wire.client_id,
    name: { en: wire.client_name, fr: wire['client_name#fr'] ?? wire.client_name },
    description: { en: wire.description, fr: wire['description#fr'] ?? wire.description },
    redirectUris: wire.redirect_uris,
    authenticationMethod: wire.token_endpoint_auth_method,
    isSuspended: wire.status === 'suspended',
  }));
export type SampleApp = z.infer<typeof app>;

const world = z.object({ providers: z.array(bank), recipients: z.array(app) });

/** The banks that can be asked, with the customers who can sign in there, and the apps that this process plays. */
export interface SampleWorld {
  banks: SampleBankEntry[];
  apps: SampleApp[];
}

// RFC 8252 §7.3: this process takes answers at any port of this address.
const ownCallback = /^http:\/\/127\.0\.0\.1(:\d+)?\/callback$/;

/** Reads a file in the form of a registry; apps whose answers would not come here are left out. */
export function readSampleWorld(path: string): SampleWorld {
  const { providers, recipients } = world.parse(JSON.parse(readFileSync(path, 'utf8')));
  return {
    banks: providers,
    apps: recipients.filter(({ redirectUris }) => redirectUris.some((uri) => ownCallback.test(uri))),
  };
}
