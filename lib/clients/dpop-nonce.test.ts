import { describe, expect, it } from 'vitest';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { currentNonce, isNonce } from './dpop-nonce.ts';

temporaryServer();

// The beginning of a step of two minutes.
const begun = 1_773_327_600;
const nonce = currentNonce(begun);

describe('T10 a nonce for DPoP proofs', () => {
  it('is handed out for two minutes, and then another', () => {
    expect(currentNonce(begun + 119)).toBe(nonce);
    expect(currentNonce(begun + 120)).not.toBe(nonce);
  });

  it('is good for two minutes more, and no longer', () => {
    expect(isNonce(nonce, begun + 239)).toBe(true);
    expect(isNonce(nonce, begun + 240)).toBe(false);
    expect(isNonce(nonce, begun + 86_400)).toBe(false);
  });

  it('is not good before its time', () => {
    expect(isNonce(nonce, begun)).toBe(true);
    expect(isNonce(nonce, begun - 1)).toBe(false);
  });

  it.each(['', 'x', `${nonce}x`, nonce.slice(1), nonce.toUpperCase()])('is not %j', (other) => {
    expect(isNonce(other, begun)).toBe(false);
  });
});
