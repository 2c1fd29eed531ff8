import type { Language } from '#i18n/locale.ts';
import { note } from '../log/request-log.ts';
import type { SampleSignIn } from '../sign-in/sample-sign-in.ts';
import type { LoadedSignIn } from './loaded-sign-in.ts';

/** Why a customer is not signed in; `retryAfter` in seconds. */
export type SignInProblem = Exclude<SampleSignIn, { outcome: 'signed-in' }> | { outcome: 'unavailable' };

/** The sign-in page of a sample bank, at first or again with the username and what went wrong. */
export interface SignInPrompt {
  outcome: 'prompt';
  language: Language;
  signIn: LoadedSignIn;
  username: string | undefined;
  problem: SignInProblem | undefined;
  status: number;
  headers: Record<string, string>;
}

const statuses = { 'wrong-credentials': 200, 'too-many-failures': 429, unavailable: 503 } as const;

export function promptForSignIn(signIn: LoadedSignIn, username?: string, problem?: SignInProblem): SignInPrompt {
  note({ outcome: problem?.outcome ?? 'sign-in-shown' });
  const status = problem ? statuses[problem.outcome] : 200;
  const headers: Record<string, string> =
    problem?.outcome === 'too-many-failures' ? { 'Retry-After': String(problem.retryAfter) } : {};
  return { outcome: 'prompt', language: signIn.language, signIn, username, problem, status, headers };
}
