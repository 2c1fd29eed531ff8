import { createHash } from 'node:crypto';

/** SHA-256 of a disclosure as it is recorded, in JSON; base64url. */
export const hashDisclosure = (text: string): string => createHash('sha256').update(text).digest('base64url');
