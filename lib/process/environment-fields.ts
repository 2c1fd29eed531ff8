import { z } from 'zod';
import { readTrustedProxies } from '../http/client-address.ts';

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

// RFC 8414 §2: https, no query, no fragment; http only where it never leaves the machine.
export const issuerOrigin = z
  .string({ error: 'is missing: the public origin, such as https://consent.bank.example' })
  .refine(
    (value) => {
      if (!URL.canParse(value)) return false;
      const { origin, protocol, hostname } = new URL(value);
      return origin === value && (protocol === 'https:' || (protocol === 'http:' && loopbackHosts.includes(hostname)));
    },
    { error: 'must be an https origin without a path (http only on localhost, 127.0.0.1 or [::1])' },
  );

export const secrets = z
  .string({ error: 'is missing: 32 random bytes in base64, as `openssl rand -base64 32` gives them' })
  .transform((value) => value.split(',').map((part) => Buffer.from(part.trim(), 'base64')))
  .refine((keys) => keys.every((key) => key.length >= 32), {
    error: 'is too short: each secret is at least 32 bytes in base64',
  });

export const wholeNumber = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .default(String(otherwise))
    .transform(Number)
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    });

export const trustedProxies = z
  .string()
  .optional()
  .transform((list, context) => {
    if (list === undefined) return undefined;
    const read = readTrustedProxies(list);
    if (read) return read;
    context.addIssue({ code: 'custom', message: 'must be addresses or networks, such as 127.0.0.1,10.0.0.0/8' });
    return z.NEVER;
  });
