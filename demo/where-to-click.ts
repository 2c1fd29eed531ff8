import { customers } from './bank/customers.ts';

/** What whoever has opened the sample world may want to do next. */
export const sampleWorldIsOpen = ({ issuer, recipient }: { issuer: string; recipient: string }): string => `
  The sample world is open.
  Start at the sample recipient:  ${recipient}/
  Sign in at Maple Bank as camille / erable-rouge (several accounts) or noah / maple-leaf (one account).
  Harbour Trust has its own sign-in with a code, and its own data: ${customers.map(credentials).join(' or ')}.
  What a customer shares, and how it is stopped:  ${issuer}/consents
  Ctrl+C stops it.
`;

/** The same for a registry that was given, of whose banks and apps nothing is known here. */
export const registryIsServed = ({ issuer, registry }: { issuer: string; registry: string }): string => `
  Accord serves ${registry}.
  What a customer shares, and how it is stopped:  ${issuer}/consents
  Ctrl+C stops it.
`;

const credentials = ({ username, password }: { username: string; password: string }) => `${username} / ${password}`;
