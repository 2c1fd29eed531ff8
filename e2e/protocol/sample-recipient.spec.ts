import { words } from '../../demo/recipient/words.ts';
import { freePort } from '../../scripts/free-port.ts';
import { type FakeAccord, startFakeAccord } from '../fake-accord.ts';
import { type SampleRecipientProcess, startSampleRecipient } from '../servers/sample-recipient.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { type Answer, call, locationOf } from '../support/http-call.ts';

const test = base.extend<{ fake: FakeAccord; sample: SampleRecipientProcess }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here
  fake: async ({}, use) => {
    const fake = await startFakeAccord();
    await use(fake);
    await fake.close();
  },
  sample: async ({ fake }, use) => {
    const sample = await startSampleRecipient(fake.issuer);
    await use(sample);
    await sample.close();
  },
});

type Fields = Record<string, string>;
const start = (origin: string, fields: Fields = {}): Promise<Answer> => {
  const body = new URLSearchParams({
    client_id: 'budget-buddy',
    scope: 'ACCOUNT_BASIC',
    provider_id: '1000',
    ...fields,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(`${body}`.length) };
  return call(origin, { method: 'POST', path: '/start', headers, body: `${body}` });
};

/** A request that has begun, and what its browser brings back. */
async function begin(origin: string) {
  const started = await start(origin);
  const request = locationOf(started).searchParams;
  const cookie = started.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const state = request.get('state') ?? '';
  const answerWith = (fields: Fields, headers: Fields = { cookie }) =>
    call(origin, { path: `/callback?${new URLSearchParams({ state, ...fields })}`, headers });
  const follow = (answer: Answer) => {
    const { pathname, search } = locationOf(answer);
    return call(origin, { path: pathname + search, headers: { cookie } });
  };
  return { request, cookie, state, answerWith, follow };
}

test('a request begins with PKCE, a state that was never used, and the callback of this very process', async ({
  fake,
  sample,
}) => {
  const [one, other] = [await begin(sample.origin), await begin(sample.origin)];
  expect(Object.fromEntries(one.request)).toMatchObject({
    client_id: 'budget-buddy',
    redirect_uri: `${sample.origin}/callback`,
    response_type: 'code',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
  });
  for (const name of ['state', 'code_challenge']) expect(one.request.get(name)).not.toBe(other.request.get(name));
  expect(fake.tokenRequests).toEqual([]);
});

test('a code is sent to the token endpoint once, with its verifier, however often the browser brings it', async ({
  fake,
  sample,
}) => {
  fake.tokenAnswer = {
    status: 400,
    body: JSON.stringify({ error: 'invalid_grant', error_description: '<b>spent</b>' }),
  };
  const { answerWith, follow } = await begin(sample.origin);
  const fields = { code: 'c0de', iss: fake.issuer };
  const answers = [...(await Promise.all([answerWith(fields), answerWith(fields)])), await answerWith(fields)];
  expect(new Set(answers.map((answer) => locationOf(answer).href)).size).toBe(1);
  expect(fake.tokenRequests).toHaveLength(1);
  expect(fake.tokenRequests[0]).toMatch(/code_verifier=[\w-]{43}/);
  const page = await follow(await answerWith(fields));
  expect(page.status).toBe(200);
  expect(page.text).toContain('&lt;b&gt;spent&lt;/b&gt;');
});

test('an answer of another issuer is not accepted, and its code goes nowhere', async ({ fake, sample }) => {
  const forged: Fields[] = [{ iss: 'https://evil.example' }, {}];
  for (const given of forged) {
    const { answerWith, follow } = await begin(sample.origin);
    expect((await follow(await answerWith({ code: 'c0de', ...given }))).text).toContain('not_accepted');
  }
  expect(fake.tokenRequests).toEqual([]);
});

test('an answer that this browser did not ask for is lost, and so is the result of another', async ({
  fake,
  sample,
}) => {
  const { state, cookie, answerWith } = await begin(sample.origin);
  const fields = { code: 'c0de', iss: fake.issuer };
  const strangers: Fields[] = [{}, { cookie: `${cookie.split('=')[0]}=${'A'.repeat(32)}` }];
  for (const headers of strangers) {
    const lost = await answerWith(fields, headers);
    expect(lost.status).toBe(400);
    expect(lost.text).toContain(words.en.lost);
    expect((await call(sample.origin, { path: `/result?state=${state}`, headers })).status).toBe(404);
  }
  const unknown = await call(sample.origin, { path: '/callback?state=__proto__&code=c0de', headers: { cookie } });
  expect(unknown.status).toBe(400);
  expect(fake.tokenRequests).toEqual([]);
});

test('an Accord that fails is a page with 502, and the code is tried again when it is back', async ({
  fake,
  sample,
}) => {
  const { answerWith, follow } = await begin(sample.origin);
  const fields = { code: 'c0de', iss: fake.issuer };
  const failed = await answerWith(fields);
  expect(failed.status).toBe(502);
  expect(failed.text).toContain(words.en.unreachable);
  fake.tokenAnswer = { status: 400, body: JSON.stringify({ error: 'invalid_grant' }) };
  expect((await follow(await answerWith(fields))).text).toContain('invalid_grant');
});

test('an Accord that is not there is a page with 502, in the language that was asked for', async () => {
  const sample = await startSampleRecipient(`http://localhost:${await freePort()}`);
  for (const language of ['en', 'fr'] as const) {
    const answer = await start(sample.origin, { language });
    expect(answer).toMatchObject({ status: 502, headers: { 'content-language': language } });
    expect(answer.text).toContain(words[language].unreachable);
    expect(answer.text).toContain('ECONNREFUSED');
  }
  expect((await call(sample.origin, { path: '/' })).status).toBe(200);
  await sample.close();
});

test('what is not a page of the sample recipient has a status of its own, and every page loads nothing', async ({
  sample,
}) => {
  const { origin } = sample;
  const long = 'x'.repeat(20_000);
  const answers: [number, Answer][] = [
    [200, await call(origin, { path: '/?language=%3Cscript%3E' })],
    [303, await call(origin, { path: '/', headers: { host: `localhost:${new URL(origin).port}` } })],
    [404, await call(origin, { path: '/demo' })],
    [404, await call(origin, { path: '//evil.example/' })],
    [405, await call(origin, { path: '/start' })],
    [405, await call(origin, { method: 'PUT', path: '/callback' })],
    [400, await start(origin, { client_id: 'nobody' })],
    [413, await start(origin, { scope: long })],
  ];
  for (const [status, answer] of answers) {
    expect(answer.status).toBe(status);
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text).not.toContain('<script');
  }
  expect(answers[1]?.[1].headers.location).toBe(origin);
  expect(answers[4]?.[1].headers.allow).toBe('POST');
});
