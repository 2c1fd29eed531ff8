import { authorizationQuery } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Answer } from '../support/http-call.ts';

const states = {
  'every printable ASCII character': String.fromCharCode(...Array.from({ length: 95 }, (_, index) => index + 32)),
  'accents, combining marks and emoji': 'é e\u0301 œ « » 👩‍👩‍👧 𝄞',
  'what looks like another parameter': 'x&code=stolen&iss=https://evil.example#fragment',
  'percent signs that are no escapes': '%00%zz%25%2B+',
  'markup and quotes': `"><script>alert('1')</script>`,
  'surrounding spaces': '  x  ',
  '2,000 four-byte characters': '𝄞'.repeat(2000),
};

for (const [name, state] of Object.entries(states)) {
  test(`A11 a state of ${name} comes back byte for byte, allowed, denied or refused`, async ({ visitor }) => {
    const query = authorizationQuery({ state: undefined });
    const path = `/authorize?${query}&state=${encodeURIComponent(state)}`;
    const signedIn = await visitor.signIn('noah', path);
    for (const decision of ['allow', 'deny'])
      expect(stateOf(await visitor.decide(decision, await visitor.openConsent(signedIn), []))).toBe(state);
    expect(stateOf(await visitor.get(`${path}&scope=x`))).toBe(state);
    expect(stateOf(await visitor.post(path.replace('/authorize', '/sign-in'), { cancel: 'cancel' }))).toBe(state);
  });
}

test('A11 a state that is too long, no UTF-8 or holds control characters is refused, and not sent back', async ({
  visitor,
}) => {
  const query = authorizationQuery({ state: undefined });
  for (const state of ['x'.repeat(2001), '%ff', '%c3%28', 'a%00b', 'a%0d%0ab', 'a%c2%85b']) {
    const { headers } = await visitor.get(`/authorize?${query}&state=${state}`);
    const { searchParams } = new URL(headers.location ?? '');
    expect(searchParams.get('error')).toBe('invalid_request');
    expect(searchParams.has('state')).toBe(false);
  }
});

// Read from the bytes of the header, not through a URL parser that might mend them.
function stateOf({ headers }: Answer): string {
  const encoded = /[?&]state=([^&]*)/.exec(headers.location ?? '')?.[1] ?? '';
  return decodeURIComponent(encoded);
}
