import { z } from 'zod';
import type { AuthorizationRequest } from '../oauth/authorization-request.ts';
import { languages } from '../oauth/language.ts';
import { dataClusters } from '../oauth/scope.ts';
import type { Seal } from '../seal.ts';

/** Seconds that a consent page can be answered. */
export const ticketLife = 600;

const request = z
  .object({
    clientId: z.string(),
    redirectUri: z.string(),
    state: z.string(),
    scope: z.array(z.enum(dataClusters)),
    providerId: z.string(),
    correlationId: z.string(),
    language: z.enum(languages),
    codeChallenge: z.string().optional(),
  })
  .transform((value): AuthorizationRequest => ({ ...value, codeChallenge: value.codeChallenge }));

const ticket = z.object({
  id: z.string(),
  issuedAt: z.int(),
  request,
  sub: z.string(),
  sessionHash: z.string(),
  wordsHash: z.string(),
});

/**
 * All the state between a consent page and its answer: the request, the customer, the session, the words shown and a
 * secret id of 256 bits from which the code is derived. It lives sealed in the page and nowhere else.
 */
export type Ticket = z.infer<typeof ticket>;

export const sealTicket = (seal: Seal, value: Ticket): Promise<string> => seal.seal(value);

/** The ticket as it was sealed, or undefined for anything else; whether it has expired is another question. */
export async function openTicket(seal: Seal, sealed: string): Promise<Ticket | undefined> {
  const parsed = ticket.safeParse(await seal.open(sealed));
  return parsed.success ? parsed.data : undefined;
}

export const hasExpired = ({ issuedAt }: Ticket, now: number): boolean => now >= issuedAt + ticketLife;
