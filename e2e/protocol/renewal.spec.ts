import { authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { locationOf } from '../support/http-call.ts';
import { push, pushedPath } from '../support/pushed.ts';

// Each asks for something that a hash of the request must not forget.
const asked: Record<string, string>[] = [
  {},
  { max_age: '300' },
  { login_hint: 'noah' },
  { acr_values: 'mfa' },
  { prompt: 'consent' },
  { prompt: 'login' },
  { prompt: 'login', max_age: '60', login_hint: 'noah', acr_values: 'mfa', language: 'fr' },
];

for (const change of asked)
  test(`C11 a page of ${JSON.stringify(change)} opened again says nothing of a renewal of what it has just given`, async ({
    visitor,
  }) => {
    await visitor.signIn('noah');
    // Whatever other tests have shared.
    await visitor.post('/consents/stop?provider_id=1000', { decision: 'stop' });
    const path = await visitor.signIn('noah', authorizePath(change));
    const allowed = await visitor.decide('allow', await visitor.openConsent(path), []);
    expect(locationOf(allowed).searchParams.has('code')).toBe(true);
    const again = await visitor.get(path);
    expect(again.status).toBe(200);
    expect(/What is new in this request|Ce qui est nouveau dans cette demande/.exec(again.text)).toBeNull();
  });

test('C11 another request of the same recipient says that it would take the place of the consent there is', async ({
  visitor,
  say,
}) => {
  await visitor.obtainCode('noah');
  expect((await visitor.get(authorizePath({ max_age: '300' }))).text).toContain(say('renewal'));
});

test('C11 a pushed request is answered once, and a new one tells of the consent that was given', async ({
  visitor,
  accord,
  say,
}) => {
  const first = pushedPath((await push(accord, { login_hint: 'noah' })).json.request_uri);
  await visitor.decide('allow', await visitor.openConsent(await visitor.signIn('noah', first)), []);
  expect((await visitor.get(first)).status).toBe(400);
  const second = pushedPath((await push(accord, { login_hint: 'noah' })).json.request_uri);
  expect((await visitor.get(second)).text).toContain(say('renewal'));
});
