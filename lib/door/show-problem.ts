import { type NextRequest, NextResponse } from 'next/server';
import type { Problem } from '../http/problem.ts';
import { problemHeader, writeProblemHeader } from '../http/problem-header.ts';
import { note } from '../log/request-log.ts';
import { methodsOf, pagePathOf } from './check-request.ts';
import { pageHeaders } from './page-headers.ts';
import { withHeaders } from './with-headers.ts';

/** Our page for what cannot go on, with its true status. */
export function showProblem(request: NextRequest, problem: Problem): Response {
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
