import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { consentOf } from '../support/granted.ts';

interface Documented {
  connect: (issuer: string) => Promise<{ address: URL }>;
  finish: (journey: object, cameBackTo: URL) => Promise<Record<string, unknown>>;
  renew: (journey: object, refreshToken: string) => Promise<Record<string, unknown>>;
}

test('the client of docs/recipients.md connects and renews as it stands there', async ({ accord, visitor }, info) => {
  const [, source = ''] = /```js\n(import \* as client from 'openid-client'.+?)```/s.exec(
    readFileSync(join(repository, 'docs/recipients.md'), 'utf8'),
  ) as RegExpExecArray;
  // Beneath the repository, where the library is found.
  const file = join(info.outputDir, 'recipient.mjs');
  mkdirSync(info.outputDir, { recursive: true });
  writeFileSync(file, source);
  const { connect, finish, renew }: Documented = await import(file);
  const journey = await connect(accord.issuer);
  const token = await finish(journey, await visitor.walkThrough(journey.address));
  const renewed = await renew(journey, String(token.refresh_token));
  const consent = consentOf(accord, String(token.grant_id));
  expect(consent?.status).toBe('active');
  for (const answer of [token, renewed])
    expect(answer).toMatchObject({
      grant_id: token.grant_id,
      consent_expires_at: consent?.expires_at,
      expires_in: 900,
    });
});
