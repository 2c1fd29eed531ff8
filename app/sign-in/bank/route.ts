import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { startSignInAtBank } from '#lib/authorization/start-sign-in-at-bank.ts';
import { movedResponse, redirectResponse } from '#lib/http/responses.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

/** On to the bank's own sign-in page. It sets the cookie of the flow, which a page cannot; `proxy.ts` leads here. */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const jar = await cookies();
  const { db, now } = atHand();
  const start = await startSignInAtBank(db, nextUrl.searchParams, jar, now);
  if (start.outcome === 'problem') return movedResponse(start);
  for (const cookie of start.cookies ?? []) jar.set(cookie);
  return redirectResponse(start.to);
}
