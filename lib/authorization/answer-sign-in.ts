import { readLanguageSwitch } from '#i18n/locale.ts';
import { type Problem, redirectTo } from '../http/problem.ts';
import { signInSampleCustomer } from '../sign-in/sample-sign-in.ts';
import type { Cookies } from '../sign-in/session.ts';
import { type Database, orUnavailable } from '../storage/database.ts';
import { cancelSignIn, finishSignIn, type SignedIn } from './finish-sign-in.ts';
import { loadSignIn } from './load-sign-in.ts';
import { promptForSignIn, type SignInPrompt } from './sign-in-prompt.ts';

type SignInAnswer = SignInPrompt | Problem | SignedIn;

/** On to the consent or the dashboard, back to the recipient, or the page again with what went wrong. */
export async function answerSignIn(
  db: Database,
  form: URLSearchParams,
  { cookies, address }: { cookies: Cookies; address: string },
  now: number,
): Promise<SignInAnswer> {
  const query = new URLSearchParams(form.get('query') ?? '');
  const asked = readLanguageSwitch(form);
  if (asked) query.set('language', asked);
  const signIn = await loadSignIn(db, query, now);
  if (signIn.outcome !== 'accepted') return signIn;
  const { provider } = signIn;
  // A bank of its own asks for no password here.
  if (provider.signIn.type === 'oidc') return redirectTo(`/sign-in?${signIn.query}`);
  const [username, password] = [form.get('username') ?? '', form.get('password') ?? ''];
  if (asked) return promptForSignIn(signIn, username);
  if (form.has('cancel') && signIn.requester) return cancelSignIn(signIn);
  return orUnavailable<SignInAnswer, SignInAnswer>(
    async () => {
      const attempt = await signInSampleCustomer(db, provider, { username, password, address });
      if (attempt.outcome !== 'signed-in') return promptForSignIn(signIn, username, attempt);
      return finishSignIn(db, cookies, signIn, attempt.customer, now);
    },
    () => promptForSignIn(signIn, username, { outcome: 'unavailable' }),
  );
}
