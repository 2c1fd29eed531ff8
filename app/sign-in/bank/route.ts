import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { startSignInAtBank } from '#lib/authorization/sign-in-at-bank.ts';
import { problemAddress } from '#lib/http/problem-header.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { now } from '#lib/process/clock.ts';
import { database } from '#lib/storage/database.ts';

/** On to the bank's own sign-in page. It sets the cookie of the flow, which a page cannot; `proxy.ts` leads here. */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const jar = await cookies();
  const start = await startSignInAtBank(database(), nextUrl.searchParams, jar, now());
  if (start.outcome === 'problem') return redirectResponse(problemAddress(start));
  for (const cookie of start.cookies ?? []) jar.set(cookie);
  return redirectResponse(start.to);
}
