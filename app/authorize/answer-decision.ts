import { now } from '#lib/clock.ts';
import { chooseAccounts } from '#lib/consent/account-choice.ts';
import { allowConsent, type Decision, denyConsent } from '#lib/consent/decision.ts';
import { consentPeriod } from '#lib/consent/period.ts';
import { hasExpired, openTicket, type Ticket } from '#lib/consent/ticket.ts';
import { hashWords, writeConsent } from '#lib/consent/words.ts';
import { environment } from '#lib/environment.ts';
import { type Answer, problem } from '#lib/front-door/answer.ts';
import { formTargetsOf } from '#lib/front-door/security-headers.ts';
import { note } from '#lib/log/request-log.ts';
import {
  type AuthorizationRequest,
  formatAuthorizationRequest,
  readAuthorizationRequest,
} from '#lib/oauth/authorization-request.ts';
import { errorResponse, successResponse } from '#lib/oauth/authorization-response.ts';
import { type Language, languages } from '#lib/oauth/language.ts';
import { authorizationContext } from '#lib/registry/authorization-context.ts';
import { sealFor } from '#lib/seal.ts';
import { type Cookies, currentSession } from '#lib/sign-in/session.ts';
import { database, isUnavailable } from '#lib/storage/database.ts';

/** Answers a posted consent page. Whatever is not the literal `allow` of the customer it was shown to grants nothing. */
export async function answerDecision(form: URLSearchParams, cookies: Cookies, language: Language): Promise<Answer> {
  const ticket = await openTicket(sealFor('ticket'), form.get('ticket') ?? '');
  if (!ticket) return problem('ticket-invalid', { status: 400, language });
  const { request } = ticket;
  note({ correlationId: request.correlationId, recipient: request.clientId, provider: request.providerId });

  // The registration may have changed since the page was shown.
  const query = formatAuthorizationRequest(request);
  const reading = readAuthorizationRequest(query, authorizationContext());
  if (reading.outcome === 'untrusted') return problem(reading.reason, { status: 400, language: request.language, query });
  if (reading.outcome === 'refused') return { kind: 'redirect', to: reading.redirectTo };

  const asked = languages.find((known) => known === form.get('language'));
  if (asked) return showAgain({ ...request, language: asked }, form, undefined);
  if (hasExpired(ticket, now())) return problem('ticket-expired', { status: 400, language: request.language, query });

  try {
    const session = await currentSession(cookies, reading.provider);
    if (session && (session.idHash !== ticket.sessionHash || session.sub !== ticket.sub))
      return showAgain(request, form, 'other-session');

    switch (form.get('decision')) {
      case 'deny':
        return conclude(ticket, await denyConsent(database(), ticket, now()));
      case 'allow': {
        if (!session) return { kind: 'redirect', to: `/sign-in?${query}` };
        const { recipient, provider } = reading;
        const accountIds = chooseAccounts(session.accounts, form.getAll('account'));
        if (!accountIds) return showAgain(request, form, 'changed');
        if (accountIds.length === 0) return showAgain(request, form, 'no-account');
        const facts = { ...request, recipient, provider, accounts: session.accounts, shownAt: ticket.issuedAt };
        const words = writeConsent(facts, request.language);
        const text = JSON.stringify(words);
        if (hashWords(text) !== ticket.wordsHash) return showAgain(request, form, 'changed');
        const period = consentPeriod(recipient, ticket.issuedAt);
        const choice = { accountIds, period, textVersion: words.version, text };
        return conclude(ticket, await allowConsent(database(), ticket, choice, now()));
      }
      default:
        return showAgain(request, form, 'not-understood');
    }
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return { ...showAgain(request, form, 'unavailable'), status: 503 };
  }
}

function conclude({ request }: Ticket, decision: Decision): Answer {
  note({ outcome: decision.outcome });
  const target = { ...request, issuer: environment().issuer };
  switch (decision.outcome) {
    case 'allowed':
      note({ consentId: decision.consentId });
      return { kind: 'redirect', to: successResponse(target, decision.code) };
    case 'denied':
      return { kind: 'redirect', to: errorResponse(target, 'access_denied', 'the customer has denied the request') };
    case 'already-answered':
      return problem(decision.outcome, { status: 400, language: request.language });
  }
}

/** The same page with a new ticket, what was ticked, and what is in the way. */
function showAgain(request: AuthorizationRequest, form: URLSearchParams, trouble: string | undefined) {
  note({ outcome: trouble ?? 'language-switched' });
  return {
    kind: 'page',
    address: `/authorize?${formatAuthorizationRequest(request)}`,
    language: request.language,
    view: { ticked: form.getAll('account'), ...(trouble && { problem: trouble }) },
    formTargets: formTargetsOf(request.redirectUri),
  } as const satisfies Answer;
}
