import { fillForm, findForm } from '../../bench/form.ts';
import { authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { locationOf } from '../support/http-call.ts';
import { push, pushedPath } from '../support/pushed.ts';
import type { Visitor } from '../support/visitor.ts';

/** Drives both pages by what stands between `<form>` and `</form>`: fields with a name, buttons with a value, an address. */
async function drive(visitor: Visitor, path: string, decision: 'allow' | 'deny'): Promise<URL> {
  const entrance = locationOf(await visitor.get(path));
  const signInPage = await visitor.get(entrance.pathname + entrance.search);
  const signIn = findForm(signInPage.text, 'password');
  if (!signIn) throw new Error('no form to sign in');
  const pressed = signIn.buttons.find(({ label }) => label === 'Sign in');
  const filled = fillForm(signIn, { username: 'noah', password: 'maple-leaf' }, pressed);
  const next = locationOf(await visitor.post(signIn.action, new URLSearchParams(filled.toString())));
  const consentPage = await visitor.get(next.pathname + next.search);
  const consent = findForm(consentPage.text, 'ticket');
  if (!consent?.buttons.some(({ name, value }) => name === 'decision' && value === decision))
    throw new Error('no form to answer');
  const answer = fillForm(consent, { decision });
  return locationOf(await visitor.post(consent.action || '/authorize', new URLSearchParams(answer.toString())));
}

for (const decision of ['allow', 'deny'] as const)
  test(`the pages are plain forms: ${decision}, by an agent that knows nothing younger than HTML 4`, async ({
    visitor,
    accord,
  }) => {
    const { json } = await push(accord);
    for (const path of [authorizePath(), pushedPath(json.request_uri)]) {
      visitor.cookies.clear();
      const answer = await drive(visitor, path, decision);
      expect(answer.searchParams.get(decision === 'allow' ? 'code' : 'error')).toBeTruthy();
    }
  });
