import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sealFor } from '../keys/seal.ts';
import { environment } from '../process/environment.ts';
import { type HostCookie, hostCookie } from './session-cookie.ts';

/** Seconds that a customer may take at the bank's own sign-in page. */
export const flowLife = 600;

const flow = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  startedAt: z.int(),
  /** The bank at which it is. */
  providerId: z.string(),
  /** The bank must ask again, whatever it remembers. */
  isForced: z.boolean(),
  /** Of the request that is signed in for. */
  query: z.string(),
});

/** What binds a sign-in at the bank to the browser, the bank and the request that began it. */
export type SignInFlow = z.infer<typeof flow>;

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
export function flowCookies(begun: SignInFlow, jar: CookieJar): HostCookie[] {
  const sealed = sealFor('sign-in-flow').seal(begun);
  const pieces = sealed.match(new RegExp(`.{1,${pieceLength}}`, 'g')) ?? [];
  let kept = 0;
  const left = jar.getAll().filter(({ name }) => name.startsWith(prefix()));
  const tooMany = left.reverse().filter(({ value }) => {
    kept += value.length;
    return kept > mostKept;
  });
  return [
    ...tooMany.map(({ name }) => hostCookie(name, '', 0)),
    ...pieces.map((piece, index) => hostCookie(`${nameOf(begun.state)}.${index}`, piece, flowLife)),
  ];
}

/** The flow of a state, if this browser began it (SECURITY C17). */
export function findFlow(state: string, jar: CookieJar): SignInFlow | undefined {
  const opened = flow.safeParse(sealFor('sign-in-flow').open(piecesOf(state, jar).join('')));
  return opened.success && opened.data.state === state ? opened.data : undefined;
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
