import type { Language } from '#i18n/locale.ts';
import { narrowConsent } from '../consent/narrow.ts';
import { type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import type { Database } from '../storage/database.ts';
import type { ConsentView } from './consent-view.ts';
import type { Visit } from './find-customer.ts';
import { noticeQuery } from './notice.ts';
import { findOwnConsent } from './own-consents.ts';

type ChangeProblem = 'no-account' | 'not-understood' | 'unchanged';

/** What of a consent is to go on: its accounts and clusters that are ticked. */
export interface ChangePrompt {
  outcome: 'prompt';
  language: Language;
  view: ConsentView;
  kept: string[];
  problem: ChangeProblem | undefined;
}

type ChangeAnswer = ChangePrompt | Redirect | { outcome: 'not-found' };

/** All of it is ticked at first, because all of it goes on unless it is unticked. */
export async function openChange(db: Database, visit: Visit, id: string, now: number): Promise<ChangeAnswer> {
  const view = await findOwnConsent(db, visit, id, now);
  if (!view) return { outcome: 'not-found' };
  const { consent, isActive } = view;
  if (!isActive) return redirectTo(`/consents/${consent.id}?${visit.place}`);
  return {
    outcome: 'prompt',
    language: visit.language,
    view,
    kept: [...consent.accountIds, ...consent.clusters],
    problem: undefined,
  };
}

/** Stops what was unticked. */
export async function answerChange(
  db: Database,
  visit: Visit,
  form: URLSearchParams,
  now: number,
): Promise<ChangeAnswer> {
  const view = await findOwnConsent(db, visit, form.get('consent_id') ?? '', now);
  if (!view) return { outcome: 'not-found' };
  const { consent } = view;
  const [accountIds, ticked] = [form.getAll('account'), form.getAll('cluster')];
  const clusters = consent.clusters.filter((cluster) => ticked.includes(cluster));
  const isKnown = accountIds.every((id) => consent.accountIds.includes(id)) && clusters.length === new Set(ticked).size;
  const again = (problem: ChangeProblem): ChangePrompt => ({
    outcome: 'prompt',
    language: visit.language,
    view,
    kept: [...accountIds, ...ticked],
    problem,
  });
  if (form.getAll('decision').join() !== 'change' || !isKnown) return again('not-understood');
  const change = await narrowConsent(db, consent.id, { accountIds, clusters }, now);
  note({ outcome: change.outcome });
  switch (change.outcome) {
    case 'changed':
      return redirectTo(`/consents/${change.consentId}?${visit.place}&${noticeQuery('changed')}`);
    case 'no-account':
    case 'unchanged':
      return again(change.outcome);
    default:
      return redirectTo(`/consents/${consent.id}?${visit.place}&${noticeQuery('already-ended')}`);
  }
}
