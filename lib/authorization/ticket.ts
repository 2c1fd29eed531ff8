import { z } from 'zod';
import { type Language, languages } from '#i18n/locale.ts';
import type { Seal } from '../keys/seal.ts';
import type { AuthorizationRequest } from '../oauth/authorization-request.ts';
import { dataClusters } from '../oauth/scope.ts';

/** Seconds that a consent page can be answered. */
export const ticketLife = 600;

// What few requests have, by name.
const more = z.object({
  askedScope: z.string().optional(),
  authorizationDetails: z.string().optional(),
  dpopJkt: z.string().optional(),
  requestUri: z.string().optional(),
});

// Every character of a ticket is sent twice: names are left out, the order of the fields says what they are.
const request = z
  .tuple([z.string(), z.string(), z.string(), z.array(z.enum(dataClusters)), z.string(), z.string(), z.enum(languages)])
  .rest(z.union([z.string(), more]))
  .transform(
    ([
      clientId,
      redirectUri,
      state,
      scope,
      providerId,
      correlationId,
      language,
      ...rest
    ]): AuthorizationRequest<Language> => ({
      clientId,
      redirectUri,
      state: state || undefined,
      scope,
      providerId,
      correlationId,
      language,
      codeChallenge: rest.find((value) => typeof value === 'string'),
      ...rest.find((value) => typeof value === 'object'),
    }),
  );

const ticket = z
  .tuple([z.string(), z.int(), z.string(), z.string(), z.string(), request])
  .rest(z.string())
  .transform(([id, issuedAt, sub, sessionHash, wordsHash, request, previousId]) => ({
    id,
    issuedAt,
    sub,
    sessionHash,
    wordsHash,
    request,
    previousId,
  }));

/**
 * All the state between a consent page and its answer: the request, the customer, the session, the words shown and a
 * secret id of 256 bits from which the code is derived. It lives sealed in the page and nowhere else.
 */
export type Ticket = Omit<z.infer<typeof ticket>, 'previousId'> & {
  /** The consent that the words say would be replaced. */
  previousId?: string | undefined;
};

export function sealTicket(seal: Seal, ticket: Ticket): string {
  const { id, issuedAt, sub, sessionHash, wordsHash, request, previousId } = ticket;
  const { clientId, redirectUri, state, scope, providerId, correlationId, language, codeChallenge } = request;
  const { askedScope, authorizationDetails, dpopJkt, requestUri } = request;
  const named = [clientId, redirectUri, state ?? '', scope, providerId, correlationId, language];
  const isMore = askedScope ?? authorizationDetails ?? dpopJkt ?? requestUri;
  const fields = [
    ...named,
    ...(codeChallenge === undefined ? [] : [codeChallenge]),
    ...(isMore === undefined ? [] : [{ askedScope, authorizationDetails, dpopJkt, requestUri }]),
  ];
  const bound = [id, issuedAt, sub, sessionHash, wordsHash, fields];
  return seal.seal(previousId === undefined ? bound : [...bound, previousId]);
}

/** The ticket as it was sealed, or undefined for anything else; whether it has expired is another question. */
export function openTicket(seal: Seal, sealed: string): Ticket | undefined {
  const parsed = ticket.safeParse(seal.open(sealed));
  return parsed.success ? parsed.data : undefined;
}

export const hasExpired = ({ issuedAt }: Ticket, now: number): boolean => now >= issuedAt + ticketLife;
