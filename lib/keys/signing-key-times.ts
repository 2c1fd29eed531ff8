import { accessTokenLife } from '../oauth/access-token.ts';

/** Seconds that a new key is published before it signs: longer than `/jwks` may be kept (RFC 7517 §5, `max-age` 300). */
export const leadTime = 600;
/** Seconds that an instance goes on with the key it has read. */
export const keyRefresh = 60;

interface Dated {
  created_at: number;
}

const signsFrom = ({ created_at }: Dated) => created_at + leadTime;

/** The key that signs at a time: the newest whose lead has passed, else the first there was. `keys` are newest first. */
export const keyInUse = <Key extends Dated>(keys: readonly Key[], now: number): Key | undefined =>
  keys.find((key) => signsFrom(key) <= now) ?? keys.at(-1);

/** The keys that a token which is still good may be signed with, or soon will be. `keys` are newest first. */
export const keysToPublish = <Key extends Dated>(keys: readonly Key[], now: number): Key[] =>
  keys.filter((_, index) => {
    const successor = keys[index - 1];
    return !successor || now < signsFrom(successor) + accessTokenLife + 2 * keyRefresh;
  });
