import { environment } from '../process/environment.ts';

/** Seconds that a customer stays signed in. */
export const sessionLife = 600;

// One a provider, so that a customer of two banks can answer two requests side by side.
export const sessionCookieName = (providerId: string): string =>
  `${environment().isHttps ? '__Host-' : ''}accord-${providerId}`;

/** The `Set-Cookie` of a session id (RFC 6265); Lax, because the customer arrives from another site. */
export const sessionCookie = (providerId: string, id: string): string =>
  cookie(providerId, id, `Max-Age=${sessionLife}`);

export const expiredSessionCookie = (providerId: string): string => cookie(providerId, '', 'Max-Age=0');

const cookie = (providerId: string, value: string, life: string) =>
  hostCookie(sessionCookieName(providerId), value, life);

/** A cookie of this host alone, out of reach of scripts; Lax, because the customer arrives from another site. */
export const hostCookie = (name: string, value: string, life: string): string =>
  [`${name}=${value}`, 'Path=/', life, 'HttpOnly', 'SameSite=Lax']
    .concat(environment().isHttps ? ['Secure'] : [])
    .join('; ');
