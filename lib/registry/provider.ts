import { z } from 'zod';
import { account, accountLimit } from './account.ts';
import { secureAddress } from './address.ts';
import { brandFields, brandOf } from './brand.ts';
import { credentialFields } from './client-fields.ts';
import { institutionFields, institutionOf } from './institution.ts';
import { text } from './text.ts';

const variableName = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of an environment variable');

// An FDX object, which may hold more fields than are read here.
const sampleAccount = account.extend({
  accountType: text,
  accountNumberDisplay: text,
  productName: text.optional(),
  nickname: text.optional(),
});

const customer = z.strictObject({
  sub: z.string().min(1).max(255),
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
  name: text,
  accounts: z.array(sampleAccount).max(accountLimit),
});
export type SampleCustomer = z.infer<typeof customer>;

const signIn = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('sample') }),
  z
    .strictObject({
      type: z.literal('oidc'),
      issuer: secureAddress,
      client_id: z.string().min(1),
      token_endpoint_auth_method: z
        .enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt'])
        .default('client_secret_basic'),
      client_secret_env: variableName.optional(),
      client_key_env: variableName.optional(),
      scope: z
        .string()
        .refine((scope) => scope.split(' ').includes('openid'), 'must hold openid (OpenID Connect Core §3.1.2.1)'),
      max_age: z.int().nonnegative().optional(),
      acr_values: z.string().min(1).optional(),
    })
    .superRefine(({ token_endpoint_auth_method: method, ...given }, context) => {
      const field = method === 'private_key_jwt' ? 'client_key_env' : 'client_secret_env';
      if (!given[field]) context.addIssue({ code: 'custom', path: [field], message: 'is missing' });
    }),
]);
export type UpstreamSignIn = Extract<z.infer<typeof signIn>, { type: 'oidc' }>;

/** What a provider's machines may do: introspect tokens, or see and end consents. */
const apiScopes = ['introspection', 'consents'] as const;

const apiClient = z
  .strictObject({
    ...credentialFields,
    scope: z.array(z.enum(apiScopes)).min(1),
  })
  .transform((wire) => ({
    clientId: wire.client_id,
    clientSecretSha256: wire.client_secret_sha256,
    scope: wire.scope,
    tokenEndpointAuthMethod: 'client_secret_basic' as const,
    status: 'active' as const,
  }));
/** A provider's resource server or operating tool, with its own credential. */
export type ApiClient = z.infer<typeof apiClient>;

const accounts = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('sample') }),
  z.strictObject({ type: z.literal('fdx'), base_uri: secureAddress }),
]);

// The list of accounts is read with a token from the customer's own bank.
const fdxNeedsUpstream = (wire: { sign_in: { type: string }; accounts: { type: string } }) =>
  wire.accounts.type !== 'fdx' || wire.sign_in.type === 'oidc';

/** A data provider of the registry: an institution that holds accounts. */
export const provider = z
  .strictObject({
    provider_id: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 of A-Z a-z 0-9 . _ -'),
    ...institutionFields,
    ...brandFields,
    resource: z.url('must be an absolute URI').optional(),
    notification_uri: secureAddress.optional(),
    api_clients: z.array(apiClient).default([]),
    sign_in: signIn,
    accounts,
    customers: z.array(customer).default([]),
  })
  .refine(fdxNeedsUpstream, { path: ['accounts'], error: 'of type fdx need a sign_in of type oidc' })
  .transform((wire) => ({
    providerId: wire.provider_id,
    ...institutionOf(wire),
    ...brandOf(wire),
    resource: wire.resource,
    notificationUri: wire.notification_uri,
    apiClients: wire.api_clients,
    signIn: wire.sign_in,
    accounts: wire.accounts,
    customers: wire.customers,
  }));
export type Provider = z.infer<typeof provider>;
