import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMac } from './mac.ts';

const [older, newer] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

describe('the code of a text', () => {
  it('proves that text and no other', () => {
    const mac = createMac([newer]);
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        fc.pre(text !== other);
        expect(mac.proves(text, mac.of(text))).toBe(true);
        expect(mac.proves(other, mac.of(text))).toBe(false);
      }),
    );
  });

  it('proves nothing once it is changed, cut, lengthened, of another key or absent', () => {
    const mac = createMac([newer]);
    const { mac_key, mac: code } = mac.of('text');
    const last = code.endsWith('A') ? 'B' : 'A';
    for (const changed of ['', code.slice(0, -1), `${code}A`, `${code.slice(0, -1)}${last}`])
      expect(mac.proves('text', { mac_key, mac: changed })).toBe(false);
    expect(mac.proves('text', { mac_key: '', mac: code })).toBe(false);
    expect(createMac([older]).proves('text', { mac_key, mac: code })).toBe(false);
  });

  it('is made by the first secret and known by all, so that secrets can be rotated', () => {
    const code = createMac([older]).of('text');
    const rotated = createMac([newer, older]);
    expect(rotated.proves('text', code)).toBe(true);
    expect(rotated.olderKeys).toEqual([code.mac_key]);
    expect(rotated.of('text')).toEqual(createMac([newer]).of('text'));
    expect(createMac([newer]).proves('text', code)).toBe(false);
  });
});
