import { describe, expect, it } from 'vitest';
import { race } from '../../test/world/race.ts';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { now } from '../process/clock.ts';
import { database } from '../storage/database.ts';
import { currentSigningKey } from './current-signing-key.ts';
import { publicKeys } from './known-keys.ts';

const variables = temporaryServer();

// Prints the id of the key that a server started now would sign with.
const script = `
  import { currentSigningKey } from '#lib/keys/current-signing-key.ts';
  import { now } from '#lib/process/clock.ts';
  import { database, migrate } from '#lib/storage/database.ts';
  await migrate(database());
  await start();
  console.log((await currentSigningKey(database(), now())).kid);`;

describe('the signing key', () => {
  it('O7 of each of three servers that start together is published', async () => {
    const used = (await race(3, script, variables)).flat();
    const published = (await publicKeys(database(), now())).keys.map(({ kid }) => kid);
    for (const kid of used) expect(published).toContain(kid);
    expect(new Set(published).size).toBe(published.length);
  });

  it('O7 is the same after a restart', async () => {
    const { kid } = await currentSigningKey(database(), now());
    expect(await race(1, script, variables)).toEqual([[kid]]);
  });

  it('O7 is the same after the secret was rotated, as long as the old one is in the list', async () => {
    const { kid } = await currentSigningKey(database(), now());
    const newer = Buffer.alloc(32, 9).toString('base64');
    const rotated = { ...variables, ACCORD_SECRET: `${newer},${variables.ACCORD_SECRET}` };
    expect(await race(1, script, rotated)).toEqual([[kid]]);
  });

  it('O7 is not replaced by another when no secret opens it: the start is refused, naming the secret', async () => {
    const foreign = { ...variables, ACCORD_SECRET: Buffer.alloc(32, 9).toString('base64') };
    await expect(race(1, script, foreign)).rejects.toThrow('ACCORD_SECRET does not open the signing key');
  });
});

describe('the published keys', () => {
  it('O7 are for verifying ES256, each with an id, and hold nothing private', async () => {
    await currentSigningKey(database(), now());
    for (const key of (await publicKeys(database(), now())).keys) {
      expect(key).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig', kid: expect.any(String) });
      expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    }
  });
});
