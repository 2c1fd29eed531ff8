import { z } from 'zod';
import { durationTypes } from '../oauth/consent-request.ts';
import { dataClusters } from '../oauth/scope.ts';

const time = z.string().meta({ description: 'ISO 8601, UTC' });
const cluster = z.enum(dataClusters);

const resource = z.strictObject({
  resourceType: z.enum(['ACCOUNT', 'CUSTOMER']),
  resourceId: z.string(),
  dataClusters: z.array(cluster),
});
const days = z.int().optional().meta({ description: 'Days' });
const periods = {
  durationType: z.enum(durationTypes),
  durationPeriod: days,
  lookbackPeriod: days,
};
// A cluster is answered as it was asked for; FDX 6.1 calls ACCOUNT_PAYMENTS PAYMENT_SUPPORT.
const askedResource = resource.extend({ dataClusters: z.array(z.string()) });
const authorizationDetails = z.array(
  z.strictObject({ type: z.literal('fdx_v1.0'), ...periods, resources: z.array(askedResource) }),
);

/** The answers of the machine endpoints, by their names in the document. */
export const schemas = {
  TokenResponse: z.strictObject({
    access_token: z.string(),
    token_type: z.enum(['Bearer', 'DPoP']),
    expires_in: z.int(),
    scope: z.string(),
    grant_id: z.string().optional().meta({ description: 'The id of the consent' }),
    consent_expires_at: z
      .int()
      .optional()
      .meta({ description: 'When the consent ends by itself, in epoch seconds', examples: [1827086400] }),
    refresh_token: z.string().optional(),
    authorization_details: authorizationDetails.optional(),
  }),
  PushedRequest: z.strictObject({ request_uri: z.string(), expires_in: z.int() }),
  OAuthError: z.strictObject({
    error: z.string().meta({ examples: ['invalid_grant'] }),
    error_description: z
      .string()
      .optional()
      .meta({ description: 'For developers, in English', examples: ['the code is not valid for this request'] }),
  }),
  Introspection: z.union([
    z.strictObject({ active: z.literal(false) }),
    z.strictObject({
      active: z.literal(true),
      iss: z.string(),
      sub: z.string(),
      aud: z.string().optional(),
      exp: z.int(),
      iat: z.int().optional(),
      jti: z.string().optional(),
      client_id: z.string(),
      provider_sub: z
        .string()
        .optional()
        .meta({ description: 'For the machines of the bank: the customer’s `sub` at the bank’s own sign-in' }),
      token_type: z.enum(['Bearer', 'DPoP']).optional(),
      cnf: z.strictObject({ jkt: z.string() }).optional(),
      scope: z.string(),
      consent_id: z.string(),
      fdxConsentId: z.string(),
      authorization_details: authorizationDetails.optional(),
    }),
  ]),
  Empty: z.strictObject({}),
  ConsentGrant: z.strictObject({
    id: z.string(),
    status: z.enum(['ACTIVE', 'EXPIRED', 'REVOKED']),
    'x-accord-paused': z
      .literal(true)
      .optional()
      .meta({ description: 'In force, but its recipient is suspended or removed: no token of it is active' }),
    parties: z.array(
      z.strictObject({
        name: z.string(),
        type: z.enum(['DATA_RECIPIENT', 'DATA_PROVIDER', 'DATA_ACCESS_PLATFORM']),
        homeUri: z.string().optional(),
        logoUri: z.string().optional(),
        registry: z.enum(['FDX', 'GLEIF', 'ICANN', 'PRIVATE']).optional(),
        registeredEntityName: z.string(),
        registeredEntityId: z.string().optional(),
      }),
    ),
    createdTime: time,
    expirationTime: time,
    updatedTime: time,
    ...periods,
    resources: z.array(resource),
    links: z.array(z.strictObject({ rel: z.string(), href: z.string(), action: z.literal('GET') })),
  }),
  ConsentRevocationRequest: z.strictObject({
    reason: z.enum(['BUSINESS_RULE', 'USER_ACTION']),
    initiator: z.string(),
  }),
  ConsentRevocationList: z.strictObject({
    revocations: z.array(
      z.strictObject({
        status: z.literal('REVOKED'),
        reason: z.enum(['BUSINESS_RULE', 'USER_ACTION']),
        initiator: z.string(),
        updatedTime: time,
      }),
    ),
  }),
  FdxError: z.strictObject({ code: z.string(), message: z.string(), debugMessage: z.string().optional() }),
  Jwks: z.strictObject({
    keys: z.array(
      z.strictObject({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: z.string(),
        y: z.string(),
        kid: z.string(),
        alg: z.literal('ES256'),
        use: z.literal('sig'),
      }),
    ),
  }),
  Metadata: z.looseObject({
    issuer: z.string(),
    authorization_endpoint: z.string(),
    token_endpoint: z.string(),
    jwks_uri: z.string(),
    response_types_supported: z.array(z.string()),
  }),
  Document: z.looseObject({ openapi: z.literal('3.1.0') }),
  Health: z.strictObject({
    status: z.enum(['ok', 'unavailable']),
    registry: z.strictObject({ sha256: z.string(), file: z.enum(['in-force', 'refused']) }),
  }),
  Probe: z.strictObject({ status: z.enum(['ok', 'unavailable']) }),
} as const;
export type SchemaName = keyof typeof schemas;
