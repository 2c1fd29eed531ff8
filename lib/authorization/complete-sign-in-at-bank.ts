import type { Language } from '#i18n/locale.ts';
import { type Problem, problem, type Redirect } from '../http/problem.ts';
import type { HostCookie } from '../sign-in/session-cookie.ts';
import type { CookieJar, SignInFlow } from '../sign-in/sign-in-flow.ts';
import { takeFlow } from '../sign-in/take-flow.ts';
import { type Database, orUnavailable } from '../storage/database.ts';
import type { SignedIn } from './finish-sign-in.ts';
import { loadSignIn } from './load-sign-in.ts';
import { signInWithAnswer } from './sign-in-with-answer.ts';

interface Completed {
  answer: Problem | Redirect;
  cookies: HostCookie[];
}

/** Takes the answer of the bank at whose address it came, once: a session and the way on, or what went wrong. */
export function completeSignInAtBank(
  db: Database,
  given: { providerId: string; answer: URLSearchParams; jar: CookieJar; language: Language },
  now: number,
): Promise<Completed> {
  const { language } = given;
  return orUnavailable<Completed, Completed>(
    async () => {
      const { flow, expired } = await takeFlow(db, given);
      const completed = flow ? await complete(db, flow, given, now) : problem('sign-in-lost', 400, language);
      const begun = completed.outcome === 'redirect' && completed.cookie ? [completed.cookie] : [];
      return { answer: completed, cookies: [...expired, ...begun] };
    },
    () => ({ answer: problem('unavailable', 503, language), cookies: [] }),
  );
}

async function complete(
  db: Database,
  flow: SignInFlow,
  { answer, jar }: { answer: URLSearchParams; jar: CookieJar },
  now: number,
): Promise<Problem | SignedIn> {
  const loaded = await loadSignIn(db, new URLSearchParams(flow.query), now);
  if (loaded.outcome !== 'accepted') return loaded;
  if (loaded.provider.providerId !== flow.providerId) return problem('sign-in-lost', 400, loaded.language);
  return signInWithAnswer(db, loaded, { flow, answer, jar }, now);
}
