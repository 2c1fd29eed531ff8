import type { NextRequest } from 'next/server';
import { environment } from '#lib/environment.ts';
import { type Answer, problem, toResponse } from '#lib/front-door/answer.ts';
import { readForm } from '#lib/front-door/form.ts';
import { isSameOrigin } from '#lib/front-door/same-origin.ts';
import { type Language, readLanguage } from '#lib/oauth/language.ts';
import { answerDecision } from './app/authorize/answer-decision.ts';
import { answerRequest } from './app/authorize/answer-request.ts';
import { answerSignIn } from './app/sign-in/answer-sign-in.ts';
import { answerSignOut } from './app/sign-out/answer-sign-out.ts';

/** Everything a browser shows; what machines talk to answers for itself. */
export const config = {
  matcher: '/((?!_next/static/|token$|jwks$|health$|\\.well-known/|submit-once\\.js$|demo/[\\w-]+\\.svg$).*)',
};

/** The longest path and query that is read, in characters; 2,000 characters of state fit, however they are encoded. */
const addressLimit = 40_000;

/** The front door: method, size and origin are checked, the request is read, and the page gets its headers. */
export async function proxy(request: NextRequest): Promise<Response> {
  return toResponse(await answer(request), request);
}

async function answer(request: NextRequest): Promise<Answer> {
  const { pathname, search, searchParams: query } = request.nextUrl;
  const language = readLanguage(query);
  if (pathname.length + search.length > addressLimit) return problem('uri-too-long', { status: 414, language });

  const isPosted = request.method === 'POST';
  const allowed = methods[pathname];
  if (!allowed) return problem('not-found', { status: 404, language });
  if (!allowed.includes(request.method))
    return problem('method-not-allowed', { status: 405, language, headers: { Allow: allowed.join(', ') } });
  if (!isPosted) return pathname === '/authorize' || pathname === '/sign-in' ? answerRequest(pathname, query) : plainPage(language);
  if (pathname === '/demo/start') return plainPage(language);

  if (!isSameOrigin(request.headers, environment().issuer)) return problem('foreign-origin', { status: 403, language });
  const reading = await readForm(request);
  if (reading.outcome === 'too-large') return problem('too-large', { status: 413, language });
  if (reading.outcome === 'wrong-type') return problem('wrong-type', { status: 415, language });
  if (pathname === '/sign-in') return answerSignIn(reading.form, query, request.cookies);
  if (pathname === '/sign-out') return answerSignOut(reading.form, request.cookies, language);
  return answerDecision(reading.form, request.cookies, language);
}

const methods: Record<string, readonly string[]> = {
  '/': ['GET', 'HEAD'],
  '/authorize': ['GET', 'HEAD', 'POST'],
  '/sign-in': ['GET', 'HEAD', 'POST'],
  '/sign-out': ['POST'],
  '/demo': ['GET', 'HEAD'],
  '/demo/start': ['POST'],
  '/demo/callback': ['GET', 'HEAD'],
  '/demo/result': ['GET', 'HEAD'],
};

const plainPage = (language: Language): Answer => ({ kind: 'page', language });
