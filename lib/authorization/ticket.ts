import { z } from 'zod';
import { type Language, languages } from '#i18n/locale.ts';
import type { Seal } from '../keys/seal.ts';
import type { AuthorizationRequest } from '../oauth/authorization-request.ts';
import { dataClusters } from '../oauth/scope.ts';

/** Seconds that a consent page can be answered. */
export const ticketLife = 600;

const text = z.string().optional();
const request: z.ZodType<AuthorizationRequest<Language>> = z.object({
  clientId: z.string(),
  redirectUri: z.string(),
  state: text,
  scope: z.array(z.enum(dataClusters)),
  askedScope: text,
  providerId: z.string(),
  correlationId: z.string(),
  language: z.enum(languages),
  codeChallenge: text,
  authorizationDetails: text,
  dpopJkt: text,
  requestUri: text,
  prompt: text,
  maxAge: z.int().optional(),
  loginHint: text,
  acrValues: text,
});

const ticket = z.object({
  id: z.string(),
  issuedAt: z.int(),
  sub: z.string(),
  sessionHash: z.string(),
  wordsHash: z.string(),
  request,
  /** The consent that the words say would be replaced. */
  previousId: text,
});

/**
 * All the state between a consent page and its answer: the canonical request, the customer, the session, the words shown
 * and a secret id of 256 bits from which the code is derived. It lives sealed in the page and nowhere else.
 */
export type Ticket = z.infer<typeof ticket>;

export const sealTicket = (seal: Seal, ticket: Ticket): string => seal.seal(ticket);

/** The ticket as it was sealed, or undefined for anything else; whether it has expired is another question. */
export function openTicket(seal: Seal, sealed: string): Ticket | undefined {
  const parsed = ticket.safeParse(seal.open(sealed));
  return parsed.success ? parsed.data : undefined;
}

export const hasExpired = ({ issuedAt }: Ticket, now: number): boolean => now >= issuedAt + ticketLife;
