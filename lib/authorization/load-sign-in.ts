import type { Language } from '#i18n/locale.ts';
import type { Problem, Redirect } from '../http/problem.ts';
import { dashboardMark } from '../sign-in/dashboard-address.ts';
import type { Database } from '../storage/database.ts';
import { loadAuthorizationRequest } from './load.ts';
import type { LoadedSignIn } from './loaded-sign-in.ts';
import { sendToChoice } from './provider-question.ts';
import { signInForDashboard } from './sign-in-for-dashboard.ts';
import { signInForRequest } from './sign-in-for-request.ts';

/** What a query of `/sign-in` asks to sign in for; `language` is that of a dashboard whose query names none. */
export async function loadSignIn(
  db: Database,
  query: URLSearchParams,
  now: number,
  language?: Language,
): Promise<LoadedSignIn | Problem | Redirect> {
  if (query.get('for') === dashboardMark) return signInForDashboard(query, language);
  const loaded = await loadAuthorizationRequest(db, query, now);
  if (loaded.outcome === 'choose-provider') return sendToChoice(loaded, now);
  return loaded.outcome === 'accepted' ? signInForRequest(loaded, now) : loaded;
}
