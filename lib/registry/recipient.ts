import { z } from 'zod';
import { durationTypes } from '../oauth/consent-request.ts';
import { redirectUri } from '../oauth/redirect-uri.ts';
import { dataClusters, readScope } from '../oauth/scope.ts';
import { logoUri, secureAddress, webAddress } from './address.ts';
import { entityRegistry } from './legal-entity.ts';
import { localized, localizedFields } from './localized.ts';
import { publicKey } from './public-key.ts';
import { text } from './text.ts';
import { unreadFields } from './unread-fields.ts';

const days = (most: number) => z.int().min(1).max(most);

const intermediary = z
  .strictObject({
    name: text,
    uri: webAddress.optional(),
    ...localizedFields('role', text.optional()),
    ...unreadFields('description', 'logo_uri', 'contacts'),
    ...unreadFields('registered_entity_name', 'registered_entity_id', 'registry'),
  })
  .transform((wire) => ({
    name: wire.name,
    uri: wire.uri,
    role: wire.role === undefined ? undefined : localized(wire, 'role', wire.role),
  }));

const allowedScope = z.string().transform((value, context) => {
  const reading = readScope(value, dataClusters);
  if (reading.outcome === 'read') return reading.clusters;
  context.addIssue(
    reading.reason === 'unknown'
      ? `must hold only ${dataClusters.join(' ')}`
      : 'must hold ACCOUNT_BASIC, the least there is to ask for',
  );
  return z.NEVER;
});

const registration = z.strictObject({
  client_id: z.string().regex(/^[\x21-\x7e]{1,128}$/, 'must be 1 to 128 ASCII characters without spaces'),
  ...localizedFields('client_name', text),
  ...localizedFields('description', text),
  client_uri: webAddress.optional(),
  logo_uri: logoUri.optional(),
  policy_uri: webAddress.optional(),
  registered_entity_name: text,
  registered_entity_id: text.optional(),
  registry: entityRegistry.optional(),
  redirect_uris: z.array(redirectUri).min(1),
  scope: allowedScope,
  token_endpoint_auth_method: z.enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none']),
  client_secret_sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of the secret, 64 lower-case hex digits')
    .optional(),
  profile: z.enum(['oauth2', 'fapi2']).default('oauth2'),
  jwks: z.object({ keys: z.array(publicKey).min(1) }).optional(),
  jwks_uri: secureAddress.optional(),
  require_pkce: z.boolean().default(false),
  duration_type: z.array(z.enum(durationTypes)).min(1),
  duration_period: days(365).optional(),
  lookback_period: days(36_500).optional(),
  intermediaries: z.array(intermediary).default([]),
  status: z.enum(['active', 'suspended']).default('active'),
  // RFC 7591 §2, FDX.
  ...unreadFields('contacts', 'tos_uri', 'software_id', 'software_version', 'grant_types', 'response_types'),
  ...unreadFields('registered_entity_identifiers', 'registry_references'),
});

/** A data recipient of the registry: an OAuth client (RFC 7591 §2) with what a customer must be told of it. */
export const recipient = registration
  .superRefine((wire, context) => {
    const complain = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const method = wire.token_endpoint_auth_method;
    if (method.startsWith('client_secret') && !wire.client_secret_sha256)
      complain('client_secret_sha256', `is required with token_endpoint_auth_method ${method}`);
    if (method === 'private_key_jwt' && !wire.jwks && !wire.jwks_uri)
      complain('jwks', 'or jwks_uri is required with token_endpoint_auth_method private_key_jwt');
    if (wire.jwks && wire.jwks_uri) complain('jwks', 'and jwks_uri cannot both be given (RFC 7591 §2)');
    if (wire.profile === 'fapi2' && method !== 'private_key_jwt')
      complain('token_endpoint_auth_method', 'must be private_key_jwt with profile fapi2');
    if (!wire.duration_type.every((type) => type === 'ONE_TIME') && wire.duration_period === undefined)
      complain('duration_period', 'is required (in days) unless duration_type is only ONE_TIME');
  })
  .transform((wire) => ({
    clientId: wire.client_id,
    name: localized(wire, 'client_name', wire.client_name),
    description: localized(wire, 'description', wire.description),
    clientUri: wire.client_uri,
    logoUri: wire.logo_uri,
    policyUri: wire.policy_uri,
    entity: { name: wire.registered_entity_name, id: wire.registered_entity_id, registry: wire.registry },
    redirectUris: wire.redirect_uris,
    scope: wire.scope,
    tokenEndpointAuthMethod: wire.token_endpoint_auth_method,
    clientSecretSha256: wire.client_secret_sha256,
    profile: wire.profile,
    jwks: wire.jwks,
    jwksUri: wire.jwks_uri,
    requirePkce: wire.require_pkce,
    // The most that one request may ask for.
    limits: {
      durationTypes: wire.duration_type,
      durationPeriod: wire.duration_period,
      lookbackPeriod: wire.lookback_period,
    },
    intermediaries: wire.intermediaries,
    status: wire.status,
  }));
export type Recipient = z.infer<typeof recipient>;
