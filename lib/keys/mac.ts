import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { processWide } from '../process/process-wide.ts';
import { derivedKeys } from './derived-keys.ts';

/** A message authentication code (RFC 2104, HMAC-SHA-256) in base64url, and the name of the key that it was made with. */
export interface Code {
  mac_key: string;
  mac: string;
}

interface Mac {
  /** The code of a text, by the first secret. */
  of(text: string): Code;
  /** True for the code of this text by any of the secrets. */
  proves(text: string, code: Code): boolean;
  /** The names of the other keys: what they have made is to be made anew before their secrets are dropped. */
  olderKeys: string[];
}

export function createMac(keys: readonly Buffer[]): Mac {
  // The name tells keys apart and nothing else of them.
  const named = keys.map((key) => ({ key, name: createHash('sha256').update(key).digest('hex').slice(0, 12) }));
  const [first, ...older] = named;
  if (!first) throw new Error('There is no secret to authenticate with');
  const codeOf = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    of: (text) => ({ mac_key: first.name, mac: codeOf(first.key, text) }),
    proves(text, { mac_key, mac }) {
      const by = named.find(({ name }) => name === mac_key);
      const expected = by && codeOf(by.key, text);
      return expected?.length === mac.length && timingSafeEqual(Buffer.from(expected), Buffer.from(mac));
    },
    olderKeys: older.map(({ name }) => name),
  };
}

/** The codes by which this server knows what it wrote itself: evidence that was changed beside it has none. */
export const evidenceMac = (): Mac => processWide('evidence-mac', () => createMac(derivedKeys('evidence')));
