import type { ConsentProblem } from '#components/consent-page.tsx';
import { type Language, languages } from '#i18n/locale.ts';
import { chooseAccounts } from '#lib/authorization/choose-accounts.ts';
import { queryOfRequest } from '#lib/authorization/journey.ts';
import { hasExpired, openTicket, type Ticket } from '#lib/authorization/ticket.ts';
import { allowConsent, denyConsent } from '#lib/consent/decision.ts';
import { choosePeriod } from '#lib/consent/period.ts';
import { hashDisclosure, writeDisclosure } from '#lib/disclosure/disclosure.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { sealFor } from '#lib/keys/seal.ts';
import { now } from '#lib/process/clock.ts';
import { type Cookies, currentSession } from '#lib/sign-in/session.ts';
import { findConsent } from '#lib/storage/consents.ts';
import { database, isUnavailable } from '#lib/storage/database.ts';
import type { Session } from '#lib/storage/sessions.ts';
import { type AcceptedRequest, acceptAgain } from '../accepted-request.tsx';
import { problemResponse } from '../problem.tsx';
import { conclude, expire } from './conclude.tsx';
import { showConsent } from './show-consent.tsx';

/** Answers a posted consent page. Only the literal `allow` of the customer it was shown to grants anything. */
export async function answerDecision(form: URLSearchParams, cookies: Cookies, language: Language): Promise<Response> {
  const ticket = openTicket(sealFor('ticket'), form.get('ticket') ?? '');
  if (!ticket) return problemResponse('ticket-invalid', 400, language);
  const accepted = acceptAgain(ticket);
  if (accepted instanceof Response) return accepted;

  try {
    const session = await currentSession(cookies, accepted.provider);
    const asked = languages.find((known) => known === form.get('language'));
    if (asked) return await showAgain(accepted, session, form, undefined, asked);
    if (hasExpired(ticket, now())) return expire(accepted);
    if (session && (session.idHash !== ticket.sessionHash || session.sub !== ticket.sub))
      return await showAgain(accepted, session, form, 'other-session');
    const [decision, ...more] = form.getAll('decision');
    switch (more.length === 0 ? decision : undefined) {
      case 'deny':
        return conclude(ticket, await denyConsent(database(), ticket, now()));
      case 'allow':
        return await allow(accepted, session, ticket, form);
      default:
        return await showAgain(accepted, session, form, 'not-understood');
    }
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return answerUnavailable(accepted, ticket, cookies, form);
  }
}

async function allow(
  accepted: AcceptedRequest,
  session: Session | undefined,
  ticket: Ticket,
  form: URLSearchParams,
): Promise<Response> {
  if (!session) return showAgain(accepted, session, form, undefined);
  const { terms, request } = accepted;
  const accountIds = chooseAccounts(session.accounts, form.getAll('account'));
  if (!accountIds) return showAgain(accepted, session, form, 'changed');
  if (accountIds.length === 0) return showAgain(accepted, session, form, 'no-account');
  const period = choosePeriod(terms, ticket.issuedAt, form.getAll('until'));
  if (!period) return showAgain(accepted, session, form, 'not-understood');
  const previous = ticket.previousId ? await findConsent(database(), ticket.previousId) : undefined;
  const facts = { ...request, ...accepted, accounts: session.accounts, shownAt: ticket.issuedAt, previous };
  const words = writeDisclosure(facts, request.language);
  const text = JSON.stringify(words);
  if (hashDisclosure(text) !== ticket.wordsHash) return showAgain(accepted, session, form, 'changed');
  const choice = {
    accountIds,
    period,
    textVersion: words.version,
    text,
  };
  return conclude(ticket, await allowConsent(database(), ticket, choice, now()));
}

/** The same page with a new ticket; a customer who is no longer signed in is asked to sign in first. */
async function showAgain(
  accepted: AcceptedRequest,
  session: Session | undefined,
  form: URLSearchParams,
  problem: ConsentProblem | undefined,
  language = accepted.request.language,
): Promise<Response> {
  const request = { ...accepted.request, language };
  if (!session) return redirectResponse(`/sign-in?${queryOfRequest(request, accepted.journey)}`);
  const again = { ticked: form.getAll('account'), until: form.get('until'), ...(problem && { problem }) };
  return showConsent({ ...accepted, request, session }, again);
}

/** Reading may still work where writing does not: then nothing that was ticked is lost. */
async function answerUnavailable(
  accepted: AcceptedRequest,
  { request }: Ticket,
  cookies: Cookies,
  form: URLSearchParams,
): Promise<Response> {
  const session = await currentSession(cookies, accepted.provider).catch(() => undefined);
  if (!session) return problemResponse('unavailable', 503, request.language);
  const again = { ticked: form.getAll('account'), until: form.get('until') };
  return showConsent({ ...accepted, session }, { ...again, problem: 'unavailable', status: 503 });
}
