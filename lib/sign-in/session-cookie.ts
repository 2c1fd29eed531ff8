import { environment } from '../process/environment.ts';

/** Seconds that a customer stays signed in; and the most there are, once they have posted something. */
export const sessionLife = 1800;
export const longestSession = 3600;

/** A cookie of this host alone, out of reach of scripts (RFC 6265bis §4.1.3.2); `maxAge` in seconds, 0 ends it. */
export interface HostCookie {
  name: string;
  value: string;
  maxAge: number;
  path: '/';
  httpOnly: true;
  /** Strict would lose it when the customer arrives from another site (SECURITY C16). */
  sameSite: 'lax';
  secure: boolean;
}

export const hostCookie = (name: string, value: string, maxAge: number): HostCookie => ({
  name,
  value,
  maxAge,
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: environment().isHttps,
});

// One a provider, so that a customer of two banks can answer two requests side by side.
export const sessionCookieName = (providerId: string): string =>
  `${environment().isHttps ? '__Host-' : ''}accord-${providerId}`;

export const sessionCookie = (providerId: string, id: string): HostCookie =>
  hostCookie(sessionCookieName(providerId), id, longestSession);

export const expiredSessionCookie = (providerId: string): HostCookie =>
  hostCookie(sessionCookieName(providerId), '', 0);
