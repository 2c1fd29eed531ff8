import { describe, expect, it } from 'vitest';
import { withVerifiedTls } from './postgres.ts';

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
