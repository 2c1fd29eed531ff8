import type { NextRequest } from 'next/server';
import { readLanguage } from '#i18n/locale.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { expiredFlowCookies, findFlow } from '#lib/sign-in/sign-in-flow.ts';
import { methodNotAllowed } from '../../method-not-allowed.ts';
import { problemResponse } from '../../problem.tsx';

/** The way back from signing out at the bank: who it is, is asked for the same request. */
export function GET(incoming: NextRequest): Response {
  const { searchParams } = incoming.nextUrl;
  const state = searchParams.get('state') ?? '';
  const flow = findFlow(state, incoming.cookies);
  if (!flow) return problemResponse('sign-in-lost', 400, readLanguage(searchParams));
  note({ outcome: 'signed-out-at-bank' });
  return redirectResponse(`/sign-in?${flow.query}&prompt=login`, ...expiredFlowCookies(state, incoming.cookies));
}

const refuse = methodNotAllowed('GET');

export { refuse as DELETE, refuse as HEAD, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
