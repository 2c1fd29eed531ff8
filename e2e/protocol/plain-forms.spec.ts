import { authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { encodeForm, formWith } from '../support/html-form.ts';
import { type Answer, call, locationOf } from '../support/http-call.ts';
import { push, pushedPath } from '../support/pushed.ts';
import type { Visitor } from '../support/visitor.ts';

/** Fills in the form of a page by what stands between `<form>` and `</form>`, and sends it as it asks for. */
async function fillIn(visitor: Visitor, path: string, typed: Record<string, string>, label: string): Promise<Answer> {
  const form = formWith((await visitor.get(path)).text, label);
  const { type, body } = await encodeForm(
    form,
    typed,
    form.buttons.find((button) => button.label === label),
  );
  const cookie = [...visitor.cookies].map((pair) => pair.join('=')).join('; ');
  const answer = await call(visitor.origin, {
    method: form.method.toUpperCase(),
    path: form.action || path,
    headers: { cookie, origin: visitor.origin, 'content-type': type, 'content-length': String(body.length) },
    body,
  });
  for (const line of answer.headers['set-cookie'] ?? []) visitor.keep(line);
  return answer;
}

const pathOf = ({ pathname, search }: URL): string => pathname + search;

async function drive(visitor: Visitor, path: string, answer: 'Allow' | 'Deny'): Promise<URL> {
  const entrance = pathOf(locationOf(await visitor.get(path)));
  const signedIn = await fillIn(visitor, entrance, { username: 'noah', password: 'maple-leaf' }, 'Sign in');
  return locationOf(await fillIn(visitor, pathOf(locationOf(signedIn)), {}, answer));
}

for (const [answer, parameter] of [
  ['Allow', 'code'],
  ['Deny', 'error'],
] as const)
  test(`the pages are plain forms: ${answer}, by an agent that knows nothing younger than HTML 4`, async ({
    visitor,
    accord,
  }) => {
    const { json } = await push(accord);
    for (const path of [authorizePath(), pushedPath(json.request_uri)]) {
      visitor.cookies.clear();
      expect((await drive(visitor, path, answer)).searchParams.get(parameter)).toBeTruthy();
    }
  });
