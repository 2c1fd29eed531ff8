import type { NextRequest } from 'next/server';
import type { Language } from '#i18n/locale.ts';
import { loadAuthorizationRequest } from '../authorization/load.ts';
import { loadSignIn } from '../authorization/load-sign-in.ts';
import { type Problem, problem, type Redirect } from '../http/problem.ts';
import { openProblemAddress } from '../http/problem-header.ts';
import type { Provider } from '../registry/provider.ts';
import type { Database } from '../storage/database.ts';
import {
  checkPostedForm,
  checkPostedRequest,
  checkRequestLine,
  isPostedRequest,
  methodsOf,
  pagePathOf,
} from './check-request.ts';
import { languageOfRequest } from './language-of-request.ts';
import { signInAddress } from './page-policy.ts';
import { providerOfVisit } from './provider-of-visit.ts';

/**
 * What becomes of a request at the door of the pages; `language` is named to who is asked elsewhere, `answers` are the
 * addresses that a form there may lead to.
 */
export type Verdict =
  | Problem
  | Redirect
  | { outcome: 'let-in'; language: Language; answers: string[]; provider?: Provider | undefined }
  | { outcome: 'elsewhere'; path: string; language?: Language }
  | { outcome: 'file' };

/** Reads a request once, before any page: method, size, origin, form, and what it asks for. */
export async function judge(db: Database, request: NextRequest, now: number): Promise<Verdict> {
  const { pathname, search, searchParams: query } = new URL(request.url);
  const path = pagePathOf(pathname);
  const language = await languageOfRequest(db, request, path, now);
  // A logo or another file of `public/`; where there is none, Next answers with our not-found page.
  if (isFile(path))
    return /^(GET|HEAD)$/.test(request.method) ? { outcome: 'file' } : problem('method-not-allowed', 405, language);
  const misfit =
    checkRequestLine({ method: request.method, path, search }, language) ?? (await checkPost(request, path, language));
  if (misfit) return misfit;
  if (request.method === 'POST' && isPostedRequest(path, request.headers))
    return { outcome: 'elsewhere', path: '/authorize/posted' };
  switch (path) {
    case '/authorize':
      return judgeAuthorize(db, { query, language, isPost: request.method === 'POST' }, now);
    case '/sign-in':
      return judgeSignIn(db, { query, language, isPost: request.method === 'POST' }, now);
    // Where all banks sent their customers before each had an address of its own.
    case '/sign-in/callback':
      return problem('old-callback', 400, language);
    case '/problem':
      return openProblemAddress(query) ?? problem('not-found', 404, language);
    default:
      return { outcome: 'let-in', language, answers: [], provider: await providerOfVisit(db, request, path, now) };
  }
}

const isFile = (path: string): boolean => /\.\w{2,5}$/.test(path) && !methodsOf(path) && !path.startsWith('/_next');

const checkPost = async (request: Request, path: string, language: Language): Promise<Problem | undefined> => {
  if (request.method !== 'POST') return undefined;
  return isPostedRequest(path, request.headers)
    ? checkPostedRequest(request.headers, language)
    : checkPostedForm(request, path, language);
};

interface Asked {
  query: URLSearchParams;
  language: Language;
  isPost: boolean;
}

async function judgeAuthorize(db: Database, { query, language, isPost }: Asked, now: number): Promise<Verdict> {
  const loaded = await loadAuthorizationRequest(db, query, now);
  if (loaded.outcome === 'choose-provider')
    return { outcome: 'let-in', language: loaded.request.language, answers: [] };
  // What is posted stands or falls by its ticket.
  if (loaded.outcome !== 'accepted') return isPost ? { outcome: 'let-in', language, answers: [] } : loaded;
  const { request, provider } = loaded;
  // "Not you?" leads on to the bank's own page.
  return {
    outcome: 'let-in',
    language: request.language,
    answers: [request.redirectUri, ...signInAddress(provider)],
    provider,
  };
}

async function judgeSignIn(db: Database, { query, language, isPost }: Asked, now: number): Promise<Verdict> {
  const loaded = await loadSignIn(db, query, now, language);
  if (loaded.outcome !== 'accepted') return isPost ? { outcome: 'let-in', language, answers: [] } : loaded;
  const { provider, requester } = loaded;
  // A page cannot set the cookie of a flow: a bank's sign-in starts in a route handler.
  if (provider.signIn.type === 'oidc' && !isPost)
    return { outcome: 'elsewhere', path: '/sign-in/bank', ...(!requester && { language: loaded.language }) };
  return { outcome: 'let-in', language: loaded.language, answers: requester ? [requester.redirectUri] : [], provider };
}
