import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose';

/** What a bank says, each part of which a test may turn into a lie. */
export interface BankBehaviour {
  /** Changes the answer that the browser carries back. */
  answer(parameters: Record<string, string>): Record<string, string>;
  claims(claims: JWTPayload): JWTPayload;
  /** Signs, or does not. */
  sign(claims: JWTPayload): Promise<string>;
  /** A status instead of the answer, or no word at all. */
  tokenStatus: number | 'silent';
  /** A text, or bytes, are sent as they are. */
  accounts(offset: string | null): { status: number; body: unknown; headers?: Record<string, string> };
}

export interface Bank {
  issuer: string;
  behaviour: BankBehaviour;
  /** What the server was asked: path, headers and parameters. */
  asked: { path: string; headers: IncomingMessage['headers']; parameters: URLSearchParams }[];
  rotateKeys(): Promise<void>;
  sign(claims: JWTPayload, header?: { kid?: string }): Promise<string>;
  close(): Promise<void>;
}

/** The key that Accord may prove itself with instead (RFC 7523). */
export const accordKeys = await newKeys();
const basic = `accord:${encodeURIComponent('the secret that Accord and its bank share').replaceAll('%20', '+')}`;

async function isAccord(authorization: string | undefined, form: URLSearchParams, issuer: string): Promise<boolean> {
  const assertion = form.get('client_assertion');
  if (!assertion) return authorization === `Basic ${Buffer.from(basic).toString('base64')}`;
  const expected = { issuer: 'accord', subject: 'accord', audience: issuer };
  const { protectedHeader } = await jwtVerify(assertion, accordKeys.publicKey, expected);
  return protectedHeader.kid === accordKeys.kid;
}

export const bankSecret = 'the secret that Accord and its bank share';

export const bankAccounts = [
  {
    accountId: 'har-1',
    accountCategory: 'DEPOSIT_ACCOUNT',
    accountType: 'CHECKING',
    accountNumberDisplay: '****7781',
    nickname: 'Daily',
    status: 'OPEN',
    currency: { currencyCode: 'CAD' },
  },
  {
    accountId: 'har-2',
    accountCategory: 'LOC_ACCOUNT',
    accountType: 'CREDITCARD',
    accountNumberDisplay: '2210',
    productName: 'Tide Card',
    status: 'OPEN',
    currency: { currencyCode: 'CAD' },
  },
  {
    accountId: 'har-3',
    accountCategory: 'DEPOSIT_ACCOUNT',
    accountType: 'SAVINGS',
    accountNumberDisplay: '9',
    nickname: 'Old boat',
    status: 'CLOSED',
    currency: { currencyCode: 'CAD' },
  },
];

/**
 * A bank's identity provider and list of accounts on loopback, honest until a test changes its behaviour. `namesItself`
 * says whether it sends its issuer with its answers, and says that it does (RFC 9207).
 */
export async function startBank({ namesItself = true } = {}): Promise<Bank> {
  let keys = await newKeys();
  const codes = new Map<string, URLSearchParams>();
  const asked: Bank['asked'] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const form = new URLSearchParams(await text(request));
    asked.push({ path: url.pathname, headers: request.headers, parameters: form.size > 0 ? form : url.searchParams });
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          id_token_signing_alg_values_supported: ['ES256'],
          end_session_endpoint: `${issuer}/end-session`,
          authorization_response_iss_parameter_supported: namesItself,
        });
      case '/jwks':
        return json({ keys: [keys.publicJwk] });
      case '/authorize': {
        const code = randomUUID();
        codes.set(code, url.searchParams);
        const answer = bank.behaviour.answer({
          code,
          state: url.searchParams.get('state') ?? '',
          ...(namesItself && { iss: issuer }),
        });
        const location = `${url.searchParams.get('redirect_uri')}?${new URLSearchParams(answer)}`;
        return response.writeHead(303, { location }).end();
      }
      case '/end-session': {
        const { post_logout_redirect_uri: back, state } = Object.fromEntries(url.searchParams);
        return response.writeHead(303, { location: `${back}?state=${state}` }).end();
      }
      case '/token': {
        const flow = codes.get(form.get('code') ?? '');
        codes.delete(form.get('code') ?? '');
        const challenge = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        if (!(await isAccord(request.headers.authorization, form, issuer)))
          return json({ error: 'invalid_client' }, 401);
        if (flow?.get('code_challenge') !== challenge) return json({ error: 'invalid_grant' }, 400);
        if (bank.behaviour.tokenStatus === 'silent') return;
        if (bank.behaviour.tokenStatus !== 200) return json({}, bank.behaviour.tokenStatus);
        const now = Math.floor(Date.now() / 1000);
        const claims = bank.behaviour.claims({
          iss: issuer,
          aud: 'accord',
          sub: 'sigrid',
          name: 'Sigrid Lavoie',
          nonce: flow.get('nonce') ?? '',
          iat: now,
          exp: now + 300,
          auth_time: now,
          acr: 'mfa',
        });
        return json({
          access_token: 'upstream-token',
          token_type: 'Bearer',
          expires_in: 300,
          id_token: await bank.behaviour.sign(claims),
        });
      }
      case '/fdx/v6/accounts': {
        if (request.headers.authorization !== 'Bearer upstream-token') return json({ code: 603 }, 401);
        const { status, body, headers = {} } = bank.behaviour.accounts(url.searchParams.get('offset'));
        const sent = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
        return response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(sent);
      }
      default:
        return json({}, 404);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const sign: Bank['sign'] = (claims, { kid = keys.kid } = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(keys.privateKey);
  const bank: Bank = {
    issuer,
    asked,
    sign,
    behaviour: honest(sign),
    async rotateKeys() {
      keys = await newKeys();
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return bank;
}

/** The behaviour of a bank that does what the standards say; its accounts come in two pages. */
export const honest = (sign: BankBehaviour['sign']): BankBehaviour => ({
  answer: (parameters) => parameters,
  claims: (claims) => claims,
  sign,
  tokenStatus: 200,
  accounts: (offset) =>
    offset
      ? { status: 200, body: { page: {}, accounts: bankAccounts.slice(2) } }
      : { status: 200, body: { page: { nextOffset: '2' }, accounts: bankAccounts.slice(0, 2) } },
});

async function newKeys() {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = randomUUID();
  return { kid, privateKey, publicKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } };
}
