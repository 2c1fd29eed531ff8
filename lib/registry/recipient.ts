import { z } from 'zod';
import { durationTypes } from '../oauth/consent-request.ts';
import { clientFields } from './client-fields.ts';
import { intermediary } from './intermediary.ts';
import { addressesOf, localized } from './localized.ts';
import { type Name, nameOf } from './name.ts';
import { shownFields } from './shown-fields.ts';
import { unreadFields } from './unread-fields.ts';

const days = (most: number) => z.int().min(1).max(most);

const registration = z.strictObject({
  ...clientFields,
  ...shownFields,
  duration_type: z.array(z.enum(durationTypes)).min(1),
  duration_period: days(365).optional(),
  lookback_period: days(36_500).optional(),
  intermediaries: z.array(intermediary).default([]),
  // RFC 7591 §2, FDX.
  ...unreadFields('contacts', 'tos_uri', 'software_id', 'software_version', 'grant_types', 'response_types'),
  ...unreadFields('registered_entity_identifiers', 'registry_references'),
});

/** A data recipient of the registry: an OAuth client (RFC 7591 §2), and what customers are told about it. */
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
    name: nameOf(wire, 'client_name', wire.client_name),
    description: localized(wire, 'description', wire.description),
    clientUri: wire.client_uri,
    logoUri: wire.logo_uri,
    policyUri: wire.policy_uri,
    entity: { name: wire.registered_entity_name, id: wire.registered_entity_id, registry: wire.registry },
    registerUri: addressesOf(wire, 'register_uri'),
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
    notificationUri: wire.notification_uri,
    status: wire.status,
    /** Names of others that nearly are its own; the registry as a whole knows them. */
    resembles: [] as Name[],
  }));
export type Recipient = z.infer<typeof recipient>;
