import { expect, it } from 'vitest';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { sessionCookie, sessionCookieName } from './session-cookie.ts';

temporaryServer({ issuer: 'http://localhost:3000' });

it('C16 the cookie of a session on a loopback http issuer is HttpOnly and Lax, without what needs https', () => {
  expect(sessionCookieName('1000')).toBe('accord-1000');
  expect(sessionCookie('1000', 'id')).toEqual({
    name: 'accord-1000',
    value: 'id',
    path: '/',
    maxAge: 3600,
    httpOnly: true,
    sameSite: 'lax',
    secure: false,
  });
});
