import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { requestLanguage } from '#i18n/request.ts';
import { completeSignInAtBank } from '#lib/authorization/complete-sign-in-at-bank.ts';
import { movedResponse } from '#lib/http/responses.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

/** The way back from a bank's sign-in page (OpenID Connect Core §3.1.2.5): on to the consent or the dashboard. */
export async function GET({ nextUrl }: NextRequest, { params }: { params: Promise<{ provider: string }> }) {
  const { provider } = await params;
  const jar = await cookies();
  const { db, now } = atHand();
  const given = { providerId: provider, answer: nextUrl.searchParams, jar, language: await requestLanguage() };
  const { answer, cookies: changed } = await completeSignInAtBank(db, given, now);
  for (const cookie of changed) jar.set(cookie);
  return movedResponse(answer);
}
