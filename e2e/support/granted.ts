import type { Server } from '../servers/server.ts';
import { secretOfBudgetBuddy } from './authorization-request.ts';
import type { CustomerName } from './customer.ts';
import { query } from './stored.ts';
import { redeem, type TokenAnswer } from './token-request.ts';
import { Visitor } from './visitor.ts';

export const budgetBuddy: [string, string] = ['budget-buddy', secretOfBudgetBuddy];
export const mapleApi: [string, string] = ['maple-api', 'maple-api-demo-secret'];
export const mapleOperations: [string, string] = ['maple-operations', 'maple-operations-demo-secret'];
export const borealOperations: [string, string] = ['boreal-operations', 'boreal-operations-demo-secret'];

/** A consent that was just given and redeemed, and what came of it. */
export interface Granted {
  consentId: string;
  correlationId: string;
  accessToken: string;
  refreshToken: string;
  code: string;
}

export async function grant(
  server: Server,
  change: Record<string, string | undefined> = {},
  customer: CustomerName = 'camille',
): Promise<Granted> {
  const correlationId = crypto.randomUUID();
  const code = await new Visitor(server.origin).obtainCode(customer, { correlation_id: correlationId, ...change });
  const form = { code, redirect_uri: 'http://127.0.0.1:9999/callback' };
  const { json } = await redeem(server.origin, { basic: budgetBuddy, form });
  return {
    consentId: String(json.grant_id),
    correlationId,
    accessToken: String(json.access_token),
    refreshToken: String(json.refresh_token),
    code,
  };
}

export const refresh = (
  { origin }: Server,
  refresh_token: string,
  more: Record<string, string> = {},
): Promise<TokenAnswer> =>
  redeem(origin, { basic: budgetBuddy, form: { grant_type: 'refresh_token', refresh_token, ...more } });

export const introspect = async (
  { origin }: Server,
  token: string,
  basic: [string, string] = mapleApi,
): Promise<TokenAnswer> => redeem(origin, { path: '/introspect', basic, form: { grant_type: undefined, token } });

export const revoke = (
  { origin }: Server,
  token: string,
  basic: [string, string] = budgetBuddy,
): Promise<TokenAnswer> => redeem(origin, { path: '/revoke', basic, form: { grant_type: undefined, token } });

/** What happened to a consent, in order. */
export const eventsOf = ({ databasePath }: Server, consentId: string) =>
  query<{ type: string; actor: string; detail: string }>(
    databasePath,
    'select type, actor, detail from consent_events where consent_id = ? order by number',
    consentId,
  );

export const consentOf = ({ databasePath }: Server, consentId: string) =>
  query<{ status: string; end_reason: string | null; expires_at: number; ended_by: string | null }>(
    databasePath,
    'select status, end_reason, ended_by, expires_at from consents where id = ?',
    consentId,
  )[0];
