import { describe, expect, it } from 'vitest';
import { withVerifiedTls } from './postgres.ts';
import { urlsOfHosts } from './postgres-hosts.ts';

const url = (parameters: string) => `postgres://accord:a?b@db.example/accord${parameters}`;

describe('the URL of a PostgreSQL', () => {
  for (const mode of ['prefer', 'require', 'verify-ca'])
    it(`asks for a proved name and authority where it says ${mode}`, () => {
      expect(withVerifiedTls(url(`?sslmode=${mode}`))).toBe(url('?sslmode=verify-full'));
      expect(withVerifiedTls(url(`?a=b&sslmode=${mode}&sslrootcert=/ca.pem`))).toBe(
        url('?a=b&sslmode=verify-full&sslrootcert=/ca.pem'),
      );
    });

  for (const parameters of ['', '?sslmode=disable', '?sslmode=no-verify', '?sslmode=verify-full'])
    it(`is left as it is with ${parameters || 'no parameter'}`, () => {
      expect(withVerifiedTls(url(parameters))).toBe(url(parameters));
    });

  it('is left as it is where the meaning of other PostgreSQL clients is asked for by name', () => {
    const asked = url('?uselibpqcompat=true&sslmode=require');
    expect(withVerifiedTls(asked)).toBe(asked);
  });
});

describe('the hosts of a URL', () => {
  it('are one, as it stands', () => {
    for (const one of [url(''), url('?sslmode=verify-full'), 'postgres://u:a%2Cb@[::1]:5433/db'])
      expect(urlsOfHosts(one)).toEqual([one]);
  });

  it('are several, in order, each with its own port and all the rest', () => {
    expect(urlsOfHosts('postgres://accord:p@one,other:5433,[::1]:5434/accord?a=b,c')).toEqual([
      'postgres://accord:p@one/accord?a=b,c',
      'postgres://accord:p@other:5433/accord?a=b,c',
      'postgres://accord:p@[::1]:5434/accord?a=b,c',
    ]);
  });

  it.each([
    ['?target_session_attrs=read-write', ''],
    ['?target_session_attrs=primary&sslmode=verify-full', '?sslmode=verify-full'],
    ['?sslmode=verify-full&target_session_attrs=any', '?sslmode=verify-full'],
  ])('are asked for a server that writes, with or without %s', (given, left) => {
    expect(urlsOfHosts(`postgres://a,b/c${given}`)).toEqual([`postgres://a/c${left}`, `postgres://b/c${left}`]);
  });
});
