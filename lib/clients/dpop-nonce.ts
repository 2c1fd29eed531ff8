import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKeys } from '../keys/derived-keys.ts';

/** Seconds that a nonce is handed out; it is good for as long again. */
export const nonceLife = 120;

/** A nonce that every instance can make and know again without a shared memory (RFC 9449 §8): the time in steps, under a secret. */
export const currentNonce = (now: number): string => nonceOf(Math.floor(now / nonceLife), keys()[0] as Buffer);

/** True for the nonce of now and the one before, under any of the secrets. */
export const isNonce = (nonce: string, now: number): boolean => {
  const period = Math.floor(now / nonceLife);
  return [period, period - 1].some((one) => keys().some((key) => isSame(nonce, nonceOf(one, key))));
};

const nonceOf = (period: number, key: Buffer): string =>
  createHmac('sha256', key).update(String(period)).digest('base64url');

const isSame = (given: string, expected: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));

const keys = () => derivedKeys('dpop-nonce');
