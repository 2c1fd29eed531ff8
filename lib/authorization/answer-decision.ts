import { type Language, languages } from '#i18n/locale.ts';
import { allowConsent } from '../consent/allow.ts';
import { denyConsent } from '../consent/deny.ts';
import { choosePeriod } from '../consent/period.ts';
import { writeDisclosure } from '../disclosure/disclosure.ts';
import { hashDisclosure } from '../disclosure/hash-disclosure.ts';
import { type Problem, problem, type Redirect, redirectTo } from '../http/problem.ts';
import { sealFor } from '../keys/seal.ts';
import { type Cookies, currentSession } from '../sign-in/session.ts';
import { findConsent } from '../storage/consents.ts';
import { type Database, isUnavailable } from '../storage/database.ts';
import type { Session } from '../storage/sessions.ts';
import { chooseAccounts } from './choose-accounts.ts';
import { queryOfRequest } from './journey.ts';
import { type LoadedRequest, reloadFromTicket } from './load.ts';
import { type ConsentProblem, type ConsentPrompt, promptForConsent } from './prompt-for-consent.ts';
import { expire, redirectToRecipient } from './redirect-to-recipient.ts';
import { shownRequestOf } from './shown-request.ts';
import { hasExpired, openTicket, type Ticket } from './ticket.ts';

/** Back to the recipient, the page once more with what was filled in, or our own page. */
export type DecisionAnswer = Redirect | ConsentPrompt | Problem;

interface Posted {
  form: URLSearchParams;
  ticket: Ticket;
  loaded: LoadedRequest;
  session: Session | undefined;
  now: number;
}

/** Answers a posted consent page. Only the literal `allow` of the customer it was shown to grants anything. */
export async function answerDecision(
  db: Database,
  form: URLSearchParams,
  { cookies, language }: { cookies: Cookies; language: Language },
  now: number,
): Promise<DecisionAnswer> {
  const ticket = openTicket(sealFor('ticket'), form.get('ticket') ?? '');
  if (!ticket) return problem('ticket-invalid', 400, language);
  const loaded = reloadFromTicket(ticket);
  if (loaded.outcome !== 'accepted') return loaded;
  let session: Session | undefined;
  try {
    session = await currentSession(db, cookies, loaded.provider, now);
    return await decide(db, { form, ticket, loaded, session, now });
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return answerUnavailable(db, { form, ticket, loaded, session, now });
  }
}

async function decide(db: Database, posted: Posted): Promise<DecisionAnswer> {
  const { form, ticket, loaded, session, now } = posted;
  const asked = languages.find((known) => known === form.get('language'));
  if (asked) return showAgain(db, posted, undefined, asked);
  if (hasExpired(ticket, now)) return expire(loaded, now);
  if (session && (session.idHash !== ticket.sessionHash || session.sub !== ticket.sub))
    return showAgain(db, posted, 'other-session');
  const [decision, ...more] = form.getAll('decision');
  switch (more.length === 0 ? decision : undefined) {
    case 'deny':
      return redirectToRecipient(ticket, await denyConsent(db, shownRequestOf(ticket), now));
    case 'allow':
      return session ? allow(db, { ...posted, session }) : showAgain(db, posted, undefined);
    default:
      return showAgain(db, posted, 'not-understood');
  }
}

async function allow(db: Database, posted: Posted & { session: Session }): Promise<DecisionAnswer> {
  const { form, ticket, loaded, session, now } = posted;
  const { terms, request } = loaded;
  const accountIds = chooseAccounts(session.accounts, form.getAll('account'));
  if (!accountIds) return showAgain(db, posted, 'changed');
  if (accountIds.length === 0) return showAgain(db, posted, 'no-account');
  const period = choosePeriod(terms, ticket.issuedAt, form.getAll('until'));
  if (!period) return showAgain(db, posted, 'not-understood');
  // The words are written again: what is recorded is what was shown.
  const previous = ticket.previousId ? await findConsent(db, ticket.previousId) : undefined;
  const facts = { ...request, ...loaded, accounts: session.accounts, shownAt: ticket.issuedAt, previous };
  const words = writeDisclosure(facts, request.language);
  const text = JSON.stringify(words);
  if (hashDisclosure(text) !== ticket.wordsHash) return showAgain(db, posted, 'changed');
  const choice = { accountIds, period, text };
  return redirectToRecipient(ticket, await allowConsent(db, shownRequestOf(ticket), choice, now));
}

/** The same page with a new ticket; a customer who is no longer signed in must sign in first. */
async function showAgain(
  db: Database,
  { form, loaded, session, now }: Posted,
  trouble: ConsentProblem | undefined,
  language = loaded.request.language,
): Promise<ConsentPrompt | Redirect> {
  const again = { ...loaded, request: { ...loaded.request, language } };
  if (!session) return redirectTo(`/sign-in?${queryOfRequest(again.request, again.journey ?? { startedAt: now })}`);
  const filledIn = { ticked: form.getAll('account'), until: form.get('until'), problem: trouble };
  return promptForConsent(db, { ...again, session }, now, filledIn);
}

/** Reading may still work where writing does not: then nothing that was ticked is lost. */
async function answerUnavailable(db: Database, posted: Posted): Promise<DecisionAnswer> {
  const { language } = posted.loaded.request;
  if (!posted.session) return problem('unavailable', 503, language);
  try {
    return await showAgain(db, posted, 'unavailable');
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return problem('unavailable', 503, language);
  }
}
