import type { Bank } from '../servers/bank.ts';
import { authorizePath } from './authorization-request.ts';
import { type Answer, call, locationOf } from './http-call.ts';
import type { Visitor } from './visitor.ts';

/** A request for the accounts at the bank of the tests. */
export const requestAtBank = (change: Record<string, string> = {}): string =>
  authorizePath({ provider_id: '3000', ...change });

/** An address within its origin. */
export const relative = ({ pathname, search }: URL): string => pathname + search;

/** Up to the bank's sign-in page: the address there. */
export async function goToBank(visitor: Visitor, request = requestAtBank()): Promise<URL> {
  const toSignIn = locationOf(await visitor.get(request));
  return locationOf(await visitor.get(relative(toSignIn)));
}

/** What the bank answers at that address: the path by which the browser hands it in. */
export const answerOf = async (bank: Bank, atBank: URL): Promise<string> =>
  relative(locationOf(await call(bank.issuer, { path: relative(atBank) })));

/** To the bank and back with its answer, not yet handed in. */
export async function visitBank(visitor: Visitor, bank: Bank, request?: string): Promise<string> {
  return answerOf(bank, await goToBank(visitor, request));
}

/** To the bank and back: on to the consent, or the page of what went wrong. */
export async function signInAtBank(visitor: Visitor, bank: Bank, request?: string): Promise<Answer> {
  return visitor.follow(await visitor.get(await visitBank(visitor, bank, request)));
}

export const holdsSession = (visitor: Visitor, providerId = '3000'): boolean =>
  visitor.cookies.has(`accord-${providerId}`);
