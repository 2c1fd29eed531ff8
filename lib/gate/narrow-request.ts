import type { IncomingMessage } from 'node:http';
import { isOutsideHeader } from './outside-headers.ts';

/** Next sets each cookie anew among all of them: 8,000 took it ten seconds. */
const cookieLimit = 100;
const isOurCookie = (cookie: string): boolean => /^\s*(__Host-)?accord/.test(cookie);

/** Leaves of a request what is read of it. False when it has more cookies of ours than we have ever set. */
export function narrowRequest({ headers }: IncomingMessage, host: string): boolean {
  for (const name of Object.keys(headers)) if (isOutsideHeader(name)) delete headers[name];
  // Addresses are built from the issuer alone; Next builds some of `Host`, and fails at one that is none.
  headers.host = host;
  const cookies = headers.cookie?.split(';') ?? [];
  if (cookies.length <= cookieLimit) return true;
  const ours = cookies.filter(isOurCookie);
  headers.cookie = ours.join(';');
  return ours.length <= cookieLimit;
}
