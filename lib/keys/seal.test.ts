import { hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import { createSeal } from './seal.ts';

const first = Buffer.alloc(32, 1);
const second = Buffer.alloc(32, 2);

describe('a sealed value', () => {
  it('opens to what was sealed', () => {
    const seal = createSeal([first], 'ticket');
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(seal.open(seal.seal(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is never the same twice', () => {
    const seal = createSeal([first], 'ticket');
    expect(seal.seal('value')).not.toBe(seal.seal('value'));
  });

  it('shows nothing of the value', () => {
    const sealed = createSeal([first], 'ticket').seal({ customer: 'camille' });
    const parts = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(parts.join()).not.toContain('camille');
  });

  it('does not open for another purpose under the same secret', () => {
    const sealed = createSeal([first], 'ticket').seal('value');
    expect(createSeal([first], 'signing-key').open(sealed)).toBeUndefined();
  });

  it('does not open under another secret', () => {
    const sealed = createSeal([first], 'ticket').seal('value');
    expect(createSeal([second], 'ticket').open(sealed)).toBeUndefined();
  });

  it('is undefined for any text that is no seal, never an exception', () => {
    const seal = createSeal([first], 'ticket');
    const jweShaped = fc.array(fc.base64String(), { minLength: 5, maxLength: 5 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), jweShaped), (text) => {
        expect(seal.open(text)).toBeUndefined();
      }),
    );
  });

  it('does not open with a header of another algorithm', () => {
    const seal = createSeal([first], 'ticket');
    const [, ...rest] = seal.seal('value').split('.');
    for (const header of [{ alg: 'none' }, { alg: 'dir', enc: 'A128GCM' }, { alg: 'A256KW', enc: 'A256GCM' }]) {
      const forged = [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.');
      expect(seal.open(forged)).toBeUndefined();
    }
  });
});

describe('as a JWE (RFC 7516)', () => {
  const key = new Uint8Array(hkdfSync('sha256', first, '', 'accord ticket', 32));

  it('is opened by another implementation', async () => {
    const { plaintext, protectedHeader } = await compactDecrypt(
      createSeal([first], 'ticket').seal({ état: 'ému' }),
      key,
    );
    expect(protectedHeader).toEqual({ alg: 'dir', enc: 'A256GCM' });
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual({ état: 'ému' });
  });

  it('opens what another implementation has sealed under the same key', async () => {
    const encrypt = new CompactEncrypt(new TextEncoder().encode('"value"'));
    const sealed = await encrypt.setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(key);
    expect(createSeal([first], 'ticket').open(sealed)).toBe('value');
  });
});

describe('a rotation of secrets', () => {
  it('still opens what the secret before it sealed', () => {
    const sealed = createSeal([first], 'ticket').seal('value');
    expect(createSeal([second, first], 'ticket').open(sealed)).toBe('value');
  });

  it('seals with the first secret alone', () => {
    const sealed = createSeal([second, first], 'ticket').seal('value');
    expect(createSeal([second], 'ticket').open(sealed)).toBe('value');
    expect(createSeal([first], 'ticket').open(sealed)).toBeUndefined();
  });

  it('ends with the secret that is taken out of the list', () => {
    const sealed = createSeal([first], 'ticket').seal('value');
    expect(createSeal([second], 'ticket').open(sealed)).toBeUndefined();
  });
});
