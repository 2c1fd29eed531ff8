import { createPrivateKey } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryIssuer, temporaryServer } from '../../test/world/temporary-server.ts';
import { sealFor } from '../keys/seal.ts';
import { signAccessToken } from '../oauth/access-token.ts';
import { generateSigningKey } from '../oauth/json-web-key.ts';
import { processWide } from '../process/process-wide.ts';
import { database } from '../storage/database.ts';
import * as signingKeys from '../storage/signing-keys.ts';
import { mostRemembered, readVerifiedToken } from './verified-token.ts';

temporaryServer();
const now = 1_773_327_600;
const remembered = () => processWide('verified-tokens', () => new Map());

/** A key in the database, and tokens that it signs. */
async function newKey(createdAt = now - 3600) {
  const { kid, privateJwk, publicJwk } = await generateSigningKey();
  const stored = { kid, sealed_key: sealFor('signing-key').seal(privateJwk), public_jwk: JSON.stringify(publicJwk) };
  await signingKeys.insertSigningKey(database(), { ...stored, created_at: createdAt });
  const key = createPrivateKey({ key: privateJwk, format: 'jwk' });
  const sign = (id = 'token', issuer = temporaryIssuer) =>
    signAccessToken(
      {
        id,
        issuer,
        audience: issuer,
        subject: 's',
        clientId: 'ledger',
        scope: 'x',
        issuedAt: now,
        expiresAt: now + 900,
      },
      { kid, key },
    );
  return { kid, sign };
}

let time = now;
beforeEach(async () => {
  await database().deleteFrom('signing_keys').execute();
  remembered().clear();
  // Beyond what is known of the keys.
  time += 120;
});
const read = (token: string, at = time) => readVerifiedToken(database(), token, at);

describe('a token of this server', () => {
  it('T9 is good again and again until it expires, and its signature is remembered once', async () => {
    time = now;
    const token = (await newKey()).sign();
    expect(await read(token)).toMatchObject({ jti: 'token' });
    expect(await read(token, now + 899)).toMatchObject({ jti: 'token' });
    expect(remembered().size).toBe(1);
    expect(await read(token, now + 900)).toBeUndefined();
    expect(remembered().size).toBe(0);
  });

  it('T9 of another issuer, or with another signature, is not remembered', async () => {
    const { sign } = await newKey();
    const token = sign();
    expect(await read(sign('token', 'https://other.example'))).toBeUndefined();
    expect(await read(token)).toBeDefined();
    expect(await read(`${token.slice(0, -4)}AAAA`)).toBeUndefined();
    expect(remembered().size).toBe(1);
  });

  it('O7 is good no longer when its key was taken back, though its signature is remembered', async () => {
    const token = (await newKey()).sign();
    expect(await read(token)).toBeDefined();
    await database().deleteFrom('signing_keys').execute();
    expect(await read(token, time + 61)).toBeUndefined();
  });

  it('O7 is good at once under a key that came after the others were read', async () => {
    expect(await read((await newKey()).sign())).toBeDefined();
    expect(await read((await newKey(time)).sign('another'), time + 1)).toMatchObject({ jti: 'another' });
  });

  it('O7 of no key of ours has the keys looked for once a second, however often it is asked about', async () => {
    const stranger = (await newKey()).sign();
    await database().deleteFrom('signing_keys').execute();
    const look = vi.spyOn(database(), 'selectFrom');
    for (let attempt = 0; attempt < 20; attempt += 1) expect(await read(stranger)).toBeUndefined();
    expect(look).toHaveBeenCalledTimes(1);
    look.mockRestore();
  });

  it('O15 is one of a thousand that are remembered, and the one asked about last goes last', async () => {
    const { sign } = await newKey();
    const first = sign('first');
    await read(first);
    for (let index = 1; index < mostRemembered; index += 1) remembered().set(`filler-${index}`, {});
    await read(first);
    await read(sign('one too many'));
    expect(remembered().size).toBe(mostRemembered);
    expect(remembered().has('filler-1')).toBe(false);
    expect([...remembered().values()]).toContainEqual(expect.objectContaining({ jti: 'first' }));
  });
});
