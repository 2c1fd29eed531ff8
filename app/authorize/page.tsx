import { cookies } from 'next/headers';
import { ConsentPage } from '#components/consent-page.tsx';
import { ProblemPage } from '#components/problem-page.tsx';
import type { DecisionAnswer } from '#lib/authorization/answer-decision.ts';
import { loadAuthorizationRequest } from '#lib/authorization/load.ts';
import { openConsent } from '#lib/authorization/open-consent.ts';
import { actionOutcome, answerWith } from '#lib/http/page-answer.ts';
import { type PageQuery, readPageQuery } from '#lib/http/page-query.ts';
import { sendBrowser } from '#lib/http/send-browser.ts';
import { now } from '#lib/process/clock.ts';
import { database } from '#lib/storage/database.ts';
import { signOut } from '../sign-out/actions.ts';
import { decide } from './actions.ts';

/** Puts an authorization request to the customer (RFC 6749 §4.1.1), or shows again what was answered and cannot stand. */
export default async function AuthorizePage({ searchParams }: { searchParams: PageQuery }) {
  const shown = actionOutcome<DecisionAnswer>() ?? (await open(await readPageQuery(searchParams)));
  if (shown.outcome === 'redirect') sendBrowser(shown.to);
  answerWith(shown.status);
  if (shown.outcome === 'problem') return <ProblemPage problem={shown} />;
  return <ConsentPage prompt={shown} decide={decide} signOut={signOut} />;
}

// Read again, although the door has read it: a proxy is no security boundary.
async function open(query: URLSearchParams): Promise<DecisionAnswer> {
  const loaded = await loadAuthorizationRequest(database(), query, now());
  return loaded.outcome === 'accepted' ? openConsent(database(), loaded, await cookies(), now()) : loaded;
}
