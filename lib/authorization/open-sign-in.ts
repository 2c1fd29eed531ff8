import type { Language } from '#i18n/locale.ts';
import { type Problem, type Redirect, redirectTo } from '../http/problem.ts';
import type { Database } from '../storage/database.ts';
import { loadSignIn } from './load-sign-in.ts';
import { promptForSignIn, type SignInPrompt } from './sign-in-prompt.ts';

/** The page of `/sign-in`; a bank with a sign-in of its own has another (`/sign-in/bank`). */
export async function openSignIn(
  db: Database,
  { query, language }: { query: URLSearchParams; language: Language },
  now: number,
): Promise<SignInPrompt | Problem | Redirect> {
  const signIn = await loadSignIn(db, query, now, language);
  if (signIn.outcome !== 'accepted') return signIn;
  if (signIn.provider.signIn.type === 'oidc') return redirectTo(`/sign-in/bank?${signIn.query}`);
  return promptForSignIn(signIn);
}
