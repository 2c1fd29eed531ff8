import type { Language } from '#i18n/locale.ts';
import type { Redirect } from '../http/problem.ts';
import type { Database } from '../storage/database.ts';
import type { Visit } from './find-customer.ts';

/** Answers a form of the dashboard for the customer who has posted it. */
export type Answer = (
  db: Database,
  visit: Visit,
  form: URLSearchParams,
  now: number,
) => Promise<Redirect | { outcome: 'not-found' } | { outcome: 'prompt'; language: Language }>;
