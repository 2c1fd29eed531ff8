import { authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { locationOf } from '../support/http-call.ts';
import { consentsOf } from '../support/stored.ts';

for (const until of ['366', '31', '0', '-30', '365.0', '1e2', '', 'forever', ['30', '90']])
  test(`C10 an end that was not offered (${JSON.stringify(until)}) allows nothing, and the page is shown again`, async ({
    accord,
    visitor,
  }) => {
    const correlation_id = crypto.randomUUID();
    const ticket = await visitor.openConsent(await visitor.signIn('noah', authorizePath({ correlation_id })));
    const answer = await visitor.post('/authorize', { ticket, decision: 'allow', until });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('role="alert"');
    expect(consentsOf(accord.databasePath, correlation_id)).toEqual([]);
  });

test('an answer without an end is for the one that was asked', async ({ accord, visitor }) => {
  const correlation_id = crypto.randomUUID();
  const ticket = await visitor.openConsent(await visitor.signIn('noah', authorizePath({ correlation_id })));
  expect(locationOf(await visitor.post('/authorize', { ticket, decision: 'allow' })).searchParams.has('code')).toBe(
    true,
  );
  expect(consentsOf(accord.databasePath, correlation_id)).toHaveLength(1);
});
