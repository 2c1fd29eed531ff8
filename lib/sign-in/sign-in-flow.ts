import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sealFor } from '../keys/seal.ts';
import { environment } from '../process/environment.ts';
import { type HostCookie, hostCookie } from './session-cookie.ts';

/** Seconds that a customer may take at the bank's own sign-in page. */
export const flowLife = 600;

const flow = z.tuple([z.string(), z.string(), z.string(), z.int(), z.string()]);

/** What binds a sign-in at the bank to the browser and the request that began it; `query` is that request's. */
export interface SignInFlow {
  state: string;
  nonce: string;
  codeVerifier: string;
  startedAt: number;
  query: string;
}

export interface CookieJar {
  get(name: string): { value: string } | undefined;
  getAll(): { name: string; value: string }[];
}

// Browsers keep 4,096 bytes a cookie; 2,000 characters of state may need several.
const pieceLength = 3500;
// Flows that were begun and left must not fill the request's headers.
const mostKept = 6000;

const prefix = () => `${environment().isHttps ? '__Host-' : ''}accord-flow-`;
const nameOf = (state: string) => prefix() + createHash('sha256').update(state).digest('base64url').slice(0, 16);

/** The cookies of a new flow, one name a flow so that tabs do not overwrite each other; the oldest of many go. */
export function flowCookies(
  { state, nonce, codeVerifier, startedAt, query }: SignInFlow,
  jar: CookieJar,
): HostCookie[] {
  const sealed = sealFor('sign-in-flow').seal([state, nonce, codeVerifier, startedAt, query]);
  const pieces = sealed.match(new RegExp(`.{1,${pieceLength}}`, 'g')) ?? [];
  let kept = 0;
  const left = jar.getAll().filter(({ name }) => name.startsWith(prefix()));
  const tooMany = left.reverse().filter(({ value }) => {
    kept += value.length;
    return kept > mostKept;
  });
  return [
    ...tooMany.map(({ name }) => hostCookie(name, '', 0)),
    ...pieces.map((piece, index) => hostCookie(`${nameOf(state)}.${index}`, piece, flowLife)),
  ];
}

/** The flow of a state, if this browser began it (SECURITY C17). */
export function findFlow(state: string, jar: CookieJar): SignInFlow | undefined {
  const opened = flow.safeParse(sealFor('sign-in-flow').open(piecesOf(state, jar).join('')));
  if (!opened.success || opened.data[0] !== state) return undefined;
  const [, nonce, codeVerifier, startedAt, query] = opened.data;
  return { state, nonce, codeVerifier, startedAt, query };
}

/** A flow ends with the first answer to it. */
export const expiredFlowCookies = (state: string, jar: CookieJar): HostCookie[] =>
  piecesOf(state, jar).map((_, index) => hostCookie(`${nameOf(state)}.${index}`, '', 0));

function piecesOf(state: string, jar: CookieJar): string[] {
  const pieces: string[] = [];
  for (;;) {
    const piece = jar.get(`${nameOf(state)}.${pieces.length}`)?.value;
    if (!piece) return pieces;
    pieces.push(piece);
  }
}
