import type { NextRequest } from 'next/server';
import { randomToken } from '#lib/keys/random-token.ts';
import { processWide } from '#lib/process/process-wide.ts';
import type { BankData } from './data.ts';

/** What came back to the sample recipient. */
export interface Result {
  language: 'en' | 'fr';
  clientId: string;
  token?: { access_token: string; [field: string]: unknown };
  data?: BankData;
  dataFault?: string;
  error?: { code: string; description?: string | undefined };
}

const cookieName = 'demo-result';
const mostKept = 100;

// Data is no matter for a cookie: it stays with the recipient, who is one process in the sample world.
const results = () => processWide('demo-results', () => new Map<string, Result>());

/** Keeps a result for this browser; answers the cookie that finds it. The oldest of many go. */
export function keepResult(result: Result): string {
  const id = randomToken();
  const kept = results();
  kept.set(id, result);
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
  return `${cookieName}=${id}; Path=/demo; Max-Age=900; HttpOnly; SameSite=Lax`;
}

export const readResult = (request: NextRequest): Result | undefined =>
  results().get(request.cookies.get(cookieName)?.value ?? '');
