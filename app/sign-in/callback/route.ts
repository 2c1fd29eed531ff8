import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { completeSignInAtBank } from '#lib/authorization/sign-in-at-bank.ts';
import { movedResponse } from '#lib/http/responses.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

/** The way back from the bank's sign-in page (OpenID Connect Core §3.1.2.5): on to the consent or the dashboard. */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const jar = await cookies();
  const { db, now } = atHand();
  const { answer, cookies: changed } = await completeSignInAtBank(db, nextUrl.searchParams, jar, now);
  for (const cookie of changed) jar.set(cookie);
  return movedResponse(answer);
}
