import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { requestLanguage } from '#i18n/request.ts';
import { addressAfterSignOut } from '#lib/authorization/signed-out-query.ts';
import { problem } from '#lib/http/problem.ts';
import { movedResponse, redirectResponse } from '#lib/http/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { expiredFlowCookies, findFlow } from '#lib/sign-in/sign-in-flow.ts';

/** The way back from signing out at the bank: the customer must sign in again for the same request. */
export async function GET({ nextUrl: { searchParams } }: NextRequest): Promise<Response> {
  const jar = await cookies();
  const state = searchParams.get('state') ?? '';
  const flow = findFlow(state, jar);
  if (!flow) return movedResponse(problem('sign-in-lost', 400, await requestLanguage()));
  note({ outcome: 'signed-out-at-bank' });
  for (const cookie of expiredFlowCookies(state, jar)) jar.set(cookie);
  return redirectResponse(addressAfterSignOut(flow.query));
}
