import type { Language } from '#i18n/locale.ts';
import { type Problem, problem, type Redirect } from '../http/problem.ts';
import { sealFor } from '../keys/seal.ts';
import type { PostedDecision } from './posted-decision.ts';
import { reloadFromTicket } from './reload-from-ticket.ts';
import { shownRequestOf } from './shown-request.ts';
import { hasExpired, openTicket } from './ticket.ts';

/** Opens the ticket of a posted consent page and reads its request again; whose session it is has yet to be seen. */
export function openPostedDecision(
  form: URLSearchParams,
  language: Language,
  now: number,
): ({ outcome: 'opened' } & Omit<PostedDecision, 'session'>) | Problem | Redirect {
  const ticket = openTicket(sealFor('ticket'), form.get('ticket') ?? '');
  if (!ticket) return problem('ticket-invalid', 400, language);
  const loaded = reloadFromTicket(ticket);
  if (loaded.outcome !== 'accepted') return loaded;
  return { outcome: 'opened', form, ticket, shown: shownRequestOf(ticket), isLate: hasExpired(ticket, now), loaded };
}
