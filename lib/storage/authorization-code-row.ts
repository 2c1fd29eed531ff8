import { z } from 'zod';
import { rowReader } from './row-reader.ts';

export const authorizationCodeRow = z.object({
  code_hash: z.string(),
  consent_id: z.string(),
  client_id: z.string(),
  redirect_uri: z.string(),
  code_challenge: z.string().nullable(),
  created_at: z.int(),
  expires_at: z.int(),
  consumed_at: z.int().nullable(),
  access_token_id: z.string().nullable(),
  access_token_expires_at: z.int().nullable(),
  revoked_at: z.int().nullable(),
  dpop_jkt: z.string().nullable(),
});

/** Reads what a code is bound to, where its two columns that a consent has as well are called `code_…`. */
export const readCode = rowReader(
  'authorization_codes',
  authorizationCodeRow
    .pick({ redirect_uri: true, code_challenge: true, dpop_jkt: true, consumed_at: true, revoked_at: true })
    .extend({
      code_client_id: authorizationCodeRow.shape.client_id,
      code_expires_at: authorizationCodeRow.shape.expires_at,
    })
    .transform((row) => ({
      clientId: row.code_client_id,
      redirectUri: row.redirect_uri,
      codeChallenge: row.code_challenge ?? undefined,
      dpopJkt: row.dpop_jkt ?? undefined,
      expiresAt: row.code_expires_at,
      isConsumed: row.consumed_at !== null,
      isRevoked: row.revoked_at !== null,
    })),
);
