import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { completeSignInAtBank } from '#lib/authorization/sign-in-at-bank.ts';
import { problemAddress } from '#lib/http/problem-header.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { now } from '#lib/process/clock.ts';
import { database } from '#lib/storage/database.ts';

/** The way back from the bank's sign-in page (OpenID Connect Core §3.1.2.5): on to the consent or the dashboard. */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const jar = await cookies();
  const { answer, cookies: changed } = await completeSignInAtBank(database(), nextUrl.searchParams, jar, now());
  for (const cookie of changed) jar.set(cookie);
  return redirectResponse(answer.outcome === 'problem' ? problemAddress(answer) : answer.to);
}
