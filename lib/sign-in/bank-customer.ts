import type { UpstreamSignIn } from '../registry/provider.ts';
import { cleanText } from '../registry/text.ts';
import { clockSkew } from './sign-in-demand.ts';
import type { SignInFlow } from './sign-in-flow.ts';

/** A customer as their bank names them; `authenticatedAt` is when they showed the bank who they are. */
export interface BankCustomer {
  sub: string;
  name: string;
  authenticatedAt: number;
}

type Claims = Record<string, unknown> | undefined;

/** The customer of an ID token that the library has verified; undefined where it is not what was asked for. */
export function readBankCustomer(
  claims: Claims,
  flow: Pick<SignInFlow, 'startedAt' | 'isForced'>,
  now: number,
): (Omit<BankCustomer, 'name'> & { name: string | undefined }) | undefined {
  if (!claims) return undefined;
  const { sub, auth_time: authTime } = claims;
  if (typeof sub !== 'string' || !isSubject(sub)) return undefined;
  const isTold = typeof authTime === 'number' && Number.isInteger(authTime);
  if (flow.isForced && !(isTold && authTime >= flow.startedAt - clockSkew)) return undefined;
  return { sub, name: nameIn(claims), authenticatedAt: isTold ? Math.min(authTime, now) : now };
}

/** What to call a customer, in characters that a page and a database can take. */
export const nameIn = (claims: Claims): string | undefined =>
  [claims?.name, claims?.preferred_username, claims?.email]
    .map((value) => (typeof value === 'string' ? cleanText(value) : ''))
    .find((name) => name !== '');

// OpenID Connect Core §2: at most 255 characters. It is stored as it is, so nothing may be in it that cannot be.
const isSubject = (sub: string) => /^[^\p{Cc}]{1,255}$/u.test(sub) && sub.isWellFormed();

/** Whether the customer proved enough: `acr_values` is a wish (OpenID Connect Core §3.1.2.1), in a registry a condition. */
export const isStrongEnough = (acr: unknown, { acr_values }: UpstreamSignIn) =>
  acr_values === undefined || (typeof acr === 'string' && acr_values.split(' ').includes(acr));
