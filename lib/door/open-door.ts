import { type NextRequest, NextResponse } from 'next/server';
import { type Problem, redirectTo } from '../http/problem.ts';
import { problemHeader, writeProblemHeader } from '../http/problem-header.ts';
import { movedResponse } from '../http/responses.ts';
import { policyHeaders } from '../http/security-headers.ts';
import { note } from '../log/request-log.ts';
import { issuer } from '../process/environment.ts';
import { methodsOf, pagePathOf } from './check-request.ts';
import type { Verdict } from './judge.ts';
import { pageHeaders } from './page-headers.ts';

/** Carries out what was decided at the door. */
export function openDoor(request: NextRequest, verdict: Verdict): Response {
  switch (verdict.outcome) {
    case 'let-in': {
      const headers = pageHeaders(request, verdict.language, verdict.answers, verdict.provider);
      return withHeaders(NextResponse.next({ request: { headers: headers.request } }), headers.response);
    }
    case 'elsewhere':
      return NextResponse.rewrite(elsewhere(request.nextUrl, verdict));
    case 'redirect':
      return movedResponse(redirectTo(verdict.to));
    case 'file':
      return sendFile();
    case 'problem':
      return showProblem(request, verdict);
  }
}

function elsewhere(asked: URL, { path, language }: Extract<Verdict, { outcome: 'elsewhere' }>): URL {
  const address = new URL(path + asked.search, asked);
  if (language) address.searchParams.set('language', language);
  return address;
}

/** Our page for what cannot go on, with its true status. */
function showProblem(request: NextRequest, problem: Problem): Response {
  const { status, language, next } = problem;
  note({ outcome: problem.name });
  const { request: asked, response } = pageHeaders(request, language, next?.giveUp ? [next.giveUp.address] : []);
  const methods = methodsOf(pagePathOf(request.nextUrl.pathname));
  const headers = { ...response, ...(status === 405 && { Allow: methods?.join(', ') ?? 'GET, HEAD' }) };
  // Next answers OPTIONS of a page by itself.
  if (request.method === 'OPTIONS') return new Response(null, { status, headers });
  asked.set(problemHeader, writeProblemHeader(problem));
  // A rewritten POST would be read as an action once more.
  for (const name of ['content-type', 'origin']) asked.delete(name);
  const page = new URL('/problem', request.nextUrl);
  return withHeaders(NextResponse.rewrite(page, { status, request: { headers: asked } }), headers);
}

// A file keeps the life in caches that Next gives it.
function sendFile(): Response {
  return withHeaders(NextResponse.next(), policyHeaders({ issuer: issuer() }));
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
