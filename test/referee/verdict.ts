import type { IncomingMessage } from 'node:http';
import type { AuthorizationRequestReading } from '../../lib/oauth/authorization-request-reading.ts';

/** What an outsider sees of an answer: a page of the server's own, a sign-in, or an error at the redirect URI. */
type Verdict = { outcome: 'page' } | { outcome: 'accepted' } | RedirectVerdict;

interface RedirectVerdict {
  outcome: 'redirect';
  address: string;
  isInFragment: boolean;
  error: string | null;
  /** The other parameters by name, `error_description` left out: it is optional, and each server's own words. */
  parameters: Record<string, string>;
}

function redirectVerdict(location: string): RedirectVerdict {
  const { href, search, hash } = new URL(location);
  const answer = new URLSearchParams(hash.slice(1) || search);
  const error = answer.get('error');
  for (const name of ['error', 'error_description']) answer.delete(name);
  return {
    outcome: 'redirect',
    address: href.slice(0, href.length - search.length - hash.length),
    isInFragment: hash !== '',
    error,
    parameters: Object.fromEntries(answer),
  };
}

export function verdictOfReading(reading: AuthorizationRequestReading<unknown, unknown>): Verdict {
  if (reading.outcome === 'refused') return redirectVerdict(reading.redirectTo);
  return { outcome: reading.outcome === 'untrusted' ? 'page' : 'accepted' };
}

export function verdictOfAnswer({ statusCode, headers }: IncomingMessage): Verdict {
  if (headers['x-referee'] === 'page' && statusCode === 400 && !headers.location) return { outcome: 'page' };
  if (statusCode !== 303 || !headers.location) throw new Error(`the referee answers ${statusCode}`);
  return headers.location === '/accepted' ? { outcome: 'accepted' } : redirectVerdict(headers.location);
}

/** A verdict in a few words, for the table of differences: `page`, `accepted`, or the error and what is odd about it. */
export function summaryOf(verdict: Verdict): string {
  if (verdict.outcome !== 'redirect') return verdict.outcome;
  const { error, isInFragment, parameters } = verdict;
  return [
    error,
    ...(parameters.state === undefined ? ['without state'] : []),
    ...(parameters.scope === undefined ? [] : ['with scope']),
    ...(isInFragment ? ['in the fragment'] : []),
  ].join(' ');
}
