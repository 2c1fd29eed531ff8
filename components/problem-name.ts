import type { UntrustedReason } from '#lib/oauth/authorization-request.ts';

export const untrustedReasons = [
  'client-id-repeated',
  'client-id-missing',
  'client-id-unknown',
  'client-suspended',
  'redirect-uri-repeated',
  'redirect-uri-missing',
  'redirect-uri-not-registered',
] as const satisfies readonly UntrustedReason[];

const names = [
  ...untrustedReasons,
  'unknown',
  'not-found',
  'foreign-origin',
  'ticket-invalid',
  'ticket-expired',
  'already-answered',
  'wrong-type',
  'too-large',
  'uri-too-long',
  'method-not-allowed',
  'unavailable',
] as const;
export type ProblemName = (typeof names)[number];

export const isProblemName = (name: string | undefined): name is ProblemName =>
  (names as readonly (string | undefined)[]).includes(name);

export const isUntrustedReason = (name: ProblemName): name is UntrustedReason =>
  (untrustedReasons as readonly ProblemName[]).includes(name);
