import { addFapiRecipient, fapiClientId, fapiRedirectUri } from '../clients/fapi-recipient.ts';
import { startFapiReferee } from '../clients/fapi-referee.ts';
import { discardServer, startServer } from '../servers/server.ts';
import { newProof } from '../support/authorization-request.ts';
import { type Key, newKey, proofFor } from '../support/dpop.ts';
import { expect, test } from '../support/fixtures.ts';
import { assertionFields } from '../support/pushed.ts';
import { writeRegistry } from '../support/registry.ts';
import { Visitor } from '../support/visitor.ts';
import { Wanderer } from '../support/wanderer.ts';

/** One of the two servers, and how its customer gets from an address to the recipient's. */
interface Contender {
  issuer: string;
  endpoints: Record<'par' | 'token' | 'authorize', string>;
  walk(address: string): Promise<URL>;
}

interface Answered {
  status: number;
  json: Record<string, unknown>;
  nonce: string;
}

/** The calls of a recipient, good and bad, in order; what each is answered, as status and error. */
async function answersOf({ issuer, endpoints, walk }: Contender): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  const [key, stranger] = [await newKey(), await newKey()];
  let nonce: string | undefined;

  async function post(endpoint: 'par' | 'token', fields: Record<string, string | undefined>, by?: Key, more = {}) {
    const htu = endpoints[endpoint];
    const pairs = Object.entries({ ...(await assertionFields({ issuer })), ...fields });
    const body = new URLSearchParams(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
    const headers: Record<string, string> = by ? { dpop: await proofFor(htu, by, { nonce, ...more }) } : {};
    const answer = await fetch(htu, { method: 'POST', headers, body });
    const json = (await answer.json()) as Record<string, unknown>;
    return { status: answer.status, json, nonce: answer.headers.get('dpop-nonce') ?? '' } satisfies Answered;
  }
  const record = async (name: string, answered: Promise<Answered>): Promise<Answered> => {
    const one = await answered;
    answers[name] = [one.status, one.json.error].filter(Boolean).join(' ');
    return one;
  };
  const openAt = async (query: Record<string, string>) => {
    const address = `${endpoints.authorize}?${new URLSearchParams(query)}`;
    const { status, headers } = await fetch(address, { redirect: 'manual' });
    const location = headers.get('location') ?? '';
    return location.startsWith(fapiRedirectUri) ? `error ${new URL(location).searchParams.get('error')}` : `${status}`;
  };

  const { verifier, parameters } = newProof();
  const request = {
    client_id: fapiClientId,
    redirect_uri: fapiRedirectUri,
    response_type: 'code',
    scope: 'ACCOUNT_BASIC',
    state: 'a-state-of-some-length',
    provider_id: '1000',
    ...parameters,
  };
  const none = { client_assertion: undefined, client_assertion_type: undefined };
  await record('push without authentication', post('par', { ...request, ...none }));
  await record(
    'push without PKCE',
    post('par', { ...request, code_challenge: undefined, code_challenge_method: undefined }),
  );
  await record('push a foreign redirect URI', post('par', { ...request, redirect_uri: 'https://evil.example/' }));
  await record('push an unknown response type', post('par', { ...request, response_type: 'magic' }));
  const audience = await assertionFields({ issuer }, { aud: 'https://evil.example' });
  await record('push with an assertion for another server', post('par', { ...request, ...audience }));
  const past = await assertionFields({ issuer }, { exp: Math.floor(Date.now() / 1000) - 100 });
  await record('push with an assertion that is over', post('par', { ...request, ...past }));
  const once = await assertionFields({ issuer });
  await record('push', post('par', { ...request, ...once }));
  await record('push with the same assertion', post('par', { ...request, ...once }));
  ({ nonce } = await record('push with a proof without a nonce', post('par', request, key)));
  await record('push with a proof', post('par', request, key));
  await record('push with a proof for another address', post('par', request, key, { htu: endpoints.token }));
  const jti = crypto.randomUUID();
  await record('push with a proof of its own id', post('par', request, key, { jti }));
  await record('push with the same id again', post('par', request, key, { jti }));
  await record('push with dpop_jkt of another key', post('par', { ...request, dpop_jkt: 'x'.repeat(43) }, key));

  answers['open a request that was not pushed'] = await openAt(request);
  answers['open an unknown URI'] = await openAt({
    client_id: fapiClientId,
    request_uri: 'urn:ietf:params:oauth:request_uri:unknown',
  });
  const addressOf = (query: Record<string, string>) => `${endpoints.authorize}?${new URLSearchParams(query)}`;
  const { json } = await record('push once more', post('par', request, key));
  const opening = { client_id: fapiClientId, request_uri: String(json.request_uri) };
  const answer = await walk(addressOf(opening));
  answers['the answer holds'] = [...answer.searchParams.keys()].sort().join(' ');
  answers['open it after the decision'] = await openAt(opening);

  const code = answer.searchParams.get('code') ?? '';
  const grant = { grant_type: 'authorization_code', code, redirect_uri: fapiRedirectUri, code_verifier: verifier };
  await record('redeem without a proof', post('token', grant));
  await record('redeem with another verifier', post('token', { ...grant, code_verifier: 'v'.repeat(43) }, key));
  await record('redeem at another redirect URI', post('token', { ...grant, redirect_uri: 'https://x.example/' }, key));
  await record('redeem without authentication', post('token', { ...grant, ...none }, key));
  const issued = await record('redeem', post('token', grant, key));
  answers['what is issued'] = Object.keys(issued.json).sort().join(' ');
  answers['its type'] = String(issued.json.token_type);
  const refresh = { grant_type: 'refresh_token', refresh_token: String(issued.json.refresh_token) };
  await record('refresh without a proof', post('token', refresh));
  await record('refresh', post('token', refresh, key));
  await record('refresh again', post('token', refresh, key));
  await record('refresh for more', post('token', { ...refresh, scope: 'ACCOUNT_BASIC STATEMENTS' }, key));
  await record('redeem again', post('token', grant, key));
  await record('refresh after a code was replayed', post('token', refresh, key));

  const other = await post('par', request, key);
  const next = await walk(addressOf({ ...opening, request_uri: String(other.json.request_uri) }));
  const stolen = { ...grant, code: next.searchParams.get('code') ?? '' };
  await record('redeem by another key', post('token', stolen, stranger));
  await record('redeem after that', post('token', stolen, key));
  return answers;
}

/** Where the two may differ, and why. Nowhere else. */
const differences: Record<string, { accord: string; referee: string; because: string }> = {
  'open an unknown URI': {
    accord: '400',
    referee: 'error invalid_request_uri',
    because:
      'a URI that is not good names no address here: our own page; there the only registered one is gone back to',
  },
  'open it after the decision': {
    accord: '400',
    referee: 'error invalid_request_uri',
    because: 'the same, for whoever presses the back button: the page says how to start again',
  },
  'push with dpop_jkt of another key': {
    accord: '400 invalid_dpop_proof',
    referee: '400 invalid_request',
    because: 'RFC 9449 §10.1 wants it refused and names no error',
  },
  'push with the same id again': {
    accord: '400 invalid_dpop_proof',
    referee: '400 invalid_request',
    because: 'RFC 9449 §5: a proof that is not valid, and one that was used is none',
  },
  'redeem without a proof': {
    accord: '400 invalid_request',
    referee: '400 invalid_grant',
    because: 'RFC 6749 §5.2: a request that lacks what it must have, told before any code is looked at',
  },
  'refresh without a proof': {
    accord: '400 invalid_request',
    referee: '400 invalid_grant',
    because: 'RFC 6749 §5.2: a request that lacks what it must have, told before any token is looked at',
  },
  'redeem without authentication': {
    accord: '401 invalid_client',
    referee: '400 invalid_request',
    because: 'RFC 6749 §5.2: no client authentication included is invalid_client',
  },
  'redeem after that': {
    accord: '200',
    referee: '400 invalid_grant',
    because: 'an attempt that does not fit leaves the code as it is here; there it is spent before the key is compared',
  },
  'what is issued': {
    accord: 'access_token consent_expires_at expires_in grant_id refresh_token scope token_type',
    referee: 'access_token expires_in refresh_token scope token_type',
    because: 'grant_id is the consent, consent_expires_at its end',
  },
};

test('O9 Accord and oidc-provider answer the calls of a FAPI 2.0 recipient alike, or differ as listed', async () => {
  const accord = await startServer({ registry: writeRegistry((registry) => addFapiRecipient(registry)) });
  const referee = await startFapiReferee();
  try {
    const ours = await answersOf({
      issuer: accord.issuer,
      endpoints: {
        par: `${accord.origin}/par`,
        token: `${accord.origin}/token`,
        authorize: `${accord.origin}/authorize`,
      },
      walk: (address) => new Visitor(accord.origin).walkThrough(new URL(address)),
    });
    const theirs = await answersOf({
      issuer: referee.issuer,
      endpoints: {
        par: `${referee.issuer}/request`,
        token: `${referee.issuer}/token`,
        authorize: `${referee.issuer}/auth`,
      },
      async walk(address) {
        const wanderer = new Wanderer();
        await wanderer.go(address, { until: fapiRedirectUri });
        return new URL(wanderer.url);
      },
    });
    const found = Object.keys(ours)
      .filter((name) => ours[name] !== theirs[name])
      .map((name) => [name, { accord: ours[name], referee: theirs[name] }]);
    const listed = Object.entries(differences).map(([name, { because: _, ...both }]) => [name, both]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(listed));
  } finally {
    await referee.stop();
    await discardServer(accord);
  }
});
