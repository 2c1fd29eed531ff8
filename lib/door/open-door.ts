import { type NextRequest, NextResponse } from 'next/server';
import { redirectTo } from '../http/problem.ts';
import { movedResponse } from '../http/responses.ts';
import type { Verdict } from './judge.ts';
import { pageHeaders } from './page-headers.ts';
import { filePolicy } from './page-policy.ts';
import { showProblem } from './show-problem.ts';
import { withHeaders } from './with-headers.ts';

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
      // A file keeps the life in caches that Next gives it.
      return withHeaders(NextResponse.next(), filePolicy());
    case 'problem':
      return showProblem(request, verdict);
  }
}

function elsewhere(asked: URL, { path, language }: Extract<Verdict, { outcome: 'elsewhere' }>): URL {
  const address = new URL(path + asked.search, asked);
  if (language) address.searchParams.set('language', language);
  return address;
}
