import { DatabaseSync } from 'node:sqlite';
import { authorizePath, secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { locationOf } from '../support/http-call.ts';
import { consentsOf } from '../support/stored.ts';
import { redeem } from '../support/token-request.ts';

const redirect_uri = 'http://127.0.0.1:9999/callback';
const basic: [string, string] = ['budget-buddy', secretOfBudgetBuddy];

test('a decision on a locked database is 503 on our page with what was ticked, and works when it is free', async ({
  visitor,
  accord,
  t,
}) => {
  const correlation_id = crypto.randomUUID();
  const path = await visitor.signIn('camille', authorizePath({ correlation_id }));
  const ticket = await visitor.openConsent(path);
  await whileLocked(accord.databasePath, async () => {
    for (const decision of ['allow', 'deny']) {
      const answer = await visitor.decide(decision, ticket);
      expect(answer.status, decision).toBe(503);
      expect(answer.text).toContain(t('Consent.problem.unavailable'));
      expect(answer.text).toMatch(/<input[^>]*value="acc-chq-1"[^>]*checked|<input[^>]*checked[^>]*value="acc-chq-1"/);
    }
  });
  expect(consentsOf(accord.databasePath, correlation_id)).toEqual([]);
  expect(locationOf(await visitor.decide('allow', ticket)).searchParams.has('code')).toBe(true);
});

test('a token request on a locked database is 503 JSON, and the code is still good afterwards', async ({
  visitor,
  accord,
}) => {
  const code = await visitor.obtainCode('noah');
  const form = { code, redirect_uri };
  await whileLocked(accord.databasePath, async () => {
    const answer = await redeem(accord.origin, { basic, form });
    expect(answer).toMatchObject({ status: 503, json: { error: 'temporarily_unavailable' } });
  });
  expect((await redeem(accord.origin, { basic, form })).status).toBe(200);
});

test('signing in and out of a locked database is 503 on our page', async ({ visitor, accord, say, t }) => {
  const path = await visitor.signIn('noah');
  const signInPath = path.replace('/authorize', '/sign-in');
  await whileLocked(accord.databasePath, async () => {
    const signIn = await visitor.post(signInPath, { username: 'noah', password: 'maple-leaf' });
    expect(signIn.status).toBe(503);
    expect(signIn.text).toContain(t('SignIn.problem.unavailable'));
    const signOut = await visitor.signOut(path);
    expect(signOut.status).toBe(503);
    expect(signOut.text).toContain(say('sign-out-unavailable'));
  });
});

test('stopping on a locked database says that sharing has not stopped, and leads back to do it again', async ({
  visitor,
  accord,
  say,
}) => {
  const correlation_id = crypto.randomUUID();
  await visitor.obtainCode('noah', { correlation_id });
  const [{ id = '' } = {}] = consentsOf(accord.databasePath, correlation_id);
  const place = 'provider_id=1000&language=en';
  await whileLocked(accord.databasePath, async () => {
    const stopped = await visitor.post(`/consents/${id}/stop?${place}`, { decision: 'stop' });
    expect(stopped.status).toBe(503);
    expect(stopped.text).toContain(say('stop-unavailable'));
    expect(stopped.text).not.toContain('Nothing was shared');
    expect(stopped.text).toContain(`href="/consents/${id}/stop?${place.replace('&', '&amp;')}"`);
    const all = await visitor.post(`/consents/stop?${place}`, { decision: 'stop' });
    expect(all.text).toContain(say('stop-all-unavailable'));
  });
  expect(consentsOf(accord.databasePath, correlation_id)).toMatchObject([{ status: 'active' }]);
});

/** Holds the database as another process would that writes. */
async function whileLocked(path: string, act: () => Promise<void>): Promise<void> {
  const database = new DatabaseSync(path);
  database.exec('begin exclusive');
  try {
    await act();
  } finally {
    database.exec('rollback');
    database.close();
  }
}
