import type { NextRequest } from 'next/server';
import { redirectResponse } from '#lib/http/responses.ts';
import { note } from '#lib/log/request-log.ts';
import type { UpstreamSignIn } from '#lib/registry/provider.ts';
import { flowCookies } from '#lib/sign-in/sign-in-flow.ts';
import { beginUpstreamSignIn } from '#lib/sign-in/upstream-sign-in.ts';
import type { SignInPurpose } from '../sign-in-purpose.tsx';
import { upstreamProblem } from './upstream-problem.tsx';

/** Sends the customer to the bank's own sign-in page, and remembers the way back in one sealed cookie a flow. */
export async function goToBank(
  incoming: NextRequest,
  purpose: SignInPurpose,
  upstream: UpstreamSignIn,
): Promise<Response> {
  // "Not you?" comes with a wish of its own.
  const isForced = purpose.wishes.isForced || incoming.nextUrl.searchParams.get('prompt') === 'login';
  const begun = await beginUpstreamSignIn(upstream, purpose, { ...purpose.wishes, isForced });
  if (!begun) return upstreamProblem('bank-unavailable', purpose);
  note({ outcome: 'sent-to-bank' });
  return redirectResponse(begun.address, ...flowCookies(begun.flow, incoming.cookies));
}
