import { apiAnswer } from '../http/api-answer.ts';
import type { ApiAnswer } from '../http/api-exchange.ts';
import { note } from '../log/request-log.ts';
import type { TokenError } from '../oauth/token-error.ts';

/** What an endpoint tells a client that has proved itself. */
export type ClientAnswer =
  | { outcome: 'answered'; body: object; status?: 200 | 201; headers?: Record<string, string> }
  | { outcome: 'too-many-attempts'; seconds: number }
  | TokenError;

export type ClientOutcome = ClientAnswer | { outcome: 'too-large' } | { outcome: 'unavailable' };

/** The answer to a client as JSON (RFC 6749 §5); `headers` stand on all of them. */
export function clientAnswer(outcome: ClientOutcome, headers: Record<string, string>): ApiAnswer {
  const fault = (status: number, error: string, error_description: string, more: Record<string, string> = {}) =>
    apiAnswer({ error, error_description }, status, { ...headers, ...more });
  switch (outcome.outcome) {
    case 'answered':
      return apiAnswer(outcome.body, outcome.status, { ...headers, ...outcome.headers });
    case 'refused': {
      const { error, description, challenge } = outcome;
      note({ error, reason: description });
      const more: Record<string, string> = challenge
        ? { 'WWW-Authenticate': 'Basic realm="Accord", charset="UTF-8"' }
        : {};
      return fault(error === 'invalid_client' ? 401 : 400, error, description, more);
    }
    case 'too-large':
      note({ error: 'invalid_request' });
      return fault(413, 'invalid_request', 'the body is larger than 16 kB');
    case 'too-many-attempts': {
      note({ error: outcome.outcome });
      const description = `too many attempts: try again in ${outcome.seconds} seconds`;
      // RFC 6749 §4.1.2.1. The request may be right; `slow_down` is for clients that poll (RFC 8628 §3.5).
      return fault(429, 'temporarily_unavailable', description, { 'Retry-After': String(outcome.seconds) });
    }
    case 'unavailable':
      note({ error: 'temporarily_unavailable' });
      return fault(503, 'temporarily_unavailable', 'try again in a moment');
  }
}
