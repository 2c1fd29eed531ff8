import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeChallenge, codeVerifier } from '../../test/referee/good-request.ts';
import { isCodeChallenge, matchesCodeChallenge } from './pkce.ts';

const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');
const unreserved = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~'];
const anyVerifier = fc.string({ unit: fc.constantFrom(...unreserved), minLength: 43, maxLength: 128 });

describe('a code challenge', () => {
  it('A10 is 43 characters of base64url', () => expect(isCodeChallenge(codeChallenge)).toBe(true));

  it.each([
    ['empty', ''],
    ['42 characters long', codeChallenge.slice(1)],
    ['44 characters long', `${codeChallenge}A`],
    ['padded', `${codeChallenge}=`],
    ['in plain base64 (+)', `+${codeChallenge.slice(1)}`],
    ['in plain base64 (/)', `/${codeChallenge.slice(1)}`],
    ['written with a dot', `.${codeChallenge.slice(1)}`],
    ['written with a letter that is not ASCII', `é${codeChallenge.slice(1)}`],
    ['followed by a newline', `${codeChallenge}\n`],
  ])('A10 is refused when it is %s', (_, challenge) => expect(isCodeChallenge(challenge)).toBe(false));
});

describe('a code verifier', () => {
  it('T6 proves the challenge it was made for (RFC 7636 appendix B)', () =>
    expect(matchesCodeChallenge(codeVerifier, codeChallenge)).toBe(true));

  it('T6 of any length from 43 to 128 unreserved characters proves its challenge, and no other does', () => {
    fc.assert(
      fc.property(anyVerifier, anyVerifier, (verifier, other) => {
        expect(matchesCodeChallenge(verifier, challengeOf(verifier))).toBe(true);
        expect(matchesCodeChallenge(other, challengeOf(verifier))).toBe(other === verifier);
      }),
    );
  });

  it.each([
    ['42 characters long', 'a'.repeat(42)],
    ['129 characters long', 'a'.repeat(129)],
    ['written with a reserved character', `${'a'.repeat(42)}+`],
    ['written with a space', `${'a'.repeat(42)} `],
    ['followed by a newline', `${'a'.repeat(43)}\n`],
  ])('T6 proves nothing when it is %s', (_, verifier) =>
    expect(matchesCodeChallenge(verifier, challengeOf(verifier))).toBe(false),
  );

  it('T6 is not its own challenge: the method plain is not understood', () =>
    expect(matchesCodeChallenge(codeVerifier, codeVerifier)).toBe(false));

  // RFC 7636 §4.6 compares the encoded texts; the last character of 43 carries two bits that decoding drops.
  it('T6 does not prove a challenge that is another text for the same bytes', () =>
    expect(matchesCodeChallenge(codeVerifier, `${codeChallenge.slice(0, -1)}N`)).toBe(false));
});
