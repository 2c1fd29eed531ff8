import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeal } from './seal.ts';

const first = Buffer.alloc(32, 1);
const second = Buffer.alloc(32, 2);

describe('a sealed value', () => {
  it('opens to what was sealed', async () => {
    const seal = createSeal([first], 'ticket');
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await seal.open(await seal.seal(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is never the same twice', async () => {
    const seal = createSeal([first], 'ticket');
    expect(await seal.seal('value')).not.toBe(await seal.seal('value'));
  });

  it('shows nothing of the value', async () => {
    const sealed = await createSeal([first], 'ticket').seal({ customer: 'camille' });
    const parts = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(parts.join()).not.toContain('camille');
  });

  it('does not open for another purpose under the same secret', async () => {
    const sealed = await createSeal([first], 'ticket').seal('value');
    expect(await createSeal([first], 'signing-key').open(sealed)).toBeUndefined();
  });

  it('does not open under another secret', async () => {
    const sealed = await createSeal([first], 'ticket').seal('value');
    expect(await createSeal([second], 'ticket').open(sealed)).toBeUndefined();
  });

  it('is undefined for any text that is no seal, never an exception', async () => {
    const seal = createSeal([first], 'ticket');
    const jweShaped = fc.array(fc.base64String(), { minLength: 5, maxLength: 5 }).map((parts) => parts.join('.'));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), jweShaped), async (text) => {
        expect(await seal.open(text)).toBeUndefined();
      }),
    );
  });

  it('does not open with a header of another algorithm', async () => {
    const seal = createSeal([first], 'ticket');
    const [, ...rest] = (await seal.seal('value')).split('.');
    for (const header of [{ alg: 'none' }, { alg: 'dir', enc: 'A128GCM' }, { alg: 'A256KW', enc: 'A256GCM' }]) {
      const forged = [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.');
      expect(await seal.open(forged)).toBeUndefined();
    }
  });
});

describe('a rotation of secrets', () => {
  it('still opens what the secret before it sealed', async () => {
    const sealed = await createSeal([first], 'ticket').seal('value');
    expect(await createSeal([second, first], 'ticket').open(sealed)).toBe('value');
  });

  it('seals with the first secret alone', async () => {
    const sealed = await createSeal([second, first], 'ticket').seal('value');
    expect(await createSeal([second], 'ticket').open(sealed)).toBe('value');
    expect(await createSeal([first], 'ticket').open(sealed)).toBeUndefined();
  });

  it('ends with the secret that is taken out of the list', async () => {
    const sealed = await createSeal([first], 'ticket').seal('value');
    expect(await createSeal([second], 'ticket').open(sealed)).toBeUndefined();
  });
});
