import { z } from 'zod';
import type { AuthorizationRequest } from '../oauth/authorization-request.ts';
import { languages } from '../oauth/language.ts';
import { dataClusters } from '../oauth/scope.ts';
import type { Seal } from '../seal.ts';

/** Seconds that a consent page can be answered. */
export const ticketLife = 600;

// Every character of a ticket is sent twice: names are left out, the order of the fields says what they are.
const request = z
  .tuple([z.string(), z.string(), z.string(), z.array(z.enum(dataClusters)), z.string(), z.string(), z.enum(languages)])
  .rest(z.string())
  .transform(
    ([
      clientId,
      redirectUri,
      state,
      scope,
      providerId,
      correlationId,
      language,
      codeChallenge,
    ]): AuthorizationRequest => ({
      clientId,
      redirectUri,
      state,
      scope,
      providerId,
      correlationId,
      language,
      codeChallenge,
    }),
  );

const ticket = z
  .tuple([z.string(), z.int(), z.string(), z.string(), z.string(), request])
  .transform(([id, issuedAt, sub, sessionHash, wordsHash, request]) => ({
    id,
    issuedAt,
    sub,
    sessionHash,
    wordsHash,
    request,
  }));

/**
 * All the state between a consent page and its answer: the request, the customer, the session, the words shown and a
 * secret id of 256 bits from which the code is derived. It lives sealed in the page and nowhere else.
 */
export type Ticket = z.infer<typeof ticket>;

export function sealTicket(seal: Seal, { id, issuedAt, sub, sessionHash, wordsHash, request }: Ticket): string {
  const { clientId, redirectUri, state, scope, providerId, correlationId, language, codeChallenge } = request;
  const asked = [clientId, redirectUri, state, scope, providerId, correlationId, language];
  const fields = codeChallenge === undefined ? asked : [...asked, codeChallenge];
  return seal.seal([id, issuedAt, sub, sessionHash, wordsHash, fields]);
}

/** The ticket as it was sealed, or undefined for anything else; whether it has expired is another question. */
export function openTicket(seal: Seal, sealed: string): Ticket | undefined {
  const parsed = ticket.safeParse(seal.open(sealed));
  return parsed.success ? parsed.data : undefined;
}

export const hasExpired = ({ issuedAt }: Ticket, now: number): boolean => now >= issuedAt + ticketLife;
