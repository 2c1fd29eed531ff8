import type { TooManyAttempts } from '../clients/authenticate-caller.ts';
import type { Caller } from '../clients/caller.ts';
import { signatureAlgorithms } from '../oauth/signature-algorithms.ts';

/** Who calls, or the challenge that a stranger is answered with. */
export type CallerReading =
  | { outcome: 'known'; caller: Caller }
  | { outcome: 'refused'; status: 401 | 403; challenge: string }
  | TooManyAttempts;

export const refused = (status: 401 | 403, challenge: string): CallerReading => ({
  outcome: 'refused',
  status,
  challenge,
});

/** RFC 6750 §3. */
export const bearerChallenge = (error: string): string => `Bearer error="${error}"`;

/** RFC 9449 §7.1. */
export const dpopChallenge = (error: string): string =>
  `DPoP error="${error}", algs="${signatureAlgorithms.join(' ')}"`;
