import type { UpstreamSignIn } from '../registry/provider.ts';

/** What a request adds to signing in: a hint of who it is, and whether the bank must ask again. */
export interface SignInOptions {
  loginHint?: string | undefined;
  acrValues?: string | undefined;
  /** Seconds since the customer last showed who they are. */
  maxAge?: number | undefined;
  /** The customer shows it now, whatever the bank remembers. */
  isForced?: boolean;
}

/** Seconds by which the clock of a bank may be behind or ahead. */
export const clockSkew = 30;

/** How old the customer's proof may be: the stricter of what the registry demands and what the request does. */
export function longestAge(upstream: UpstreamSignIn, { maxAge }: SignInOptions): number | undefined {
  const ages = [upstream.max_age, maxAge].filter((age) => age !== undefined);
  return ages.length === 0 ? undefined : Math.min(...ages);
}

/** OpenID Connect Core §3.1.2.1: `max_age=0` asks for the same as `prompt=login`. */
export const isForced = (upstream: UpstreamSignIn, options: SignInOptions): boolean =>
  options.isForced === true || longestAge(upstream, options) === 0;
