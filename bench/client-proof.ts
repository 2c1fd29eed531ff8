import { randomUUID, sign } from 'node:crypto';
import { type Client, privateKey, publicJwk } from './client.ts';
import { urlEncoded } from './form-encoding.ts';
import { type Answer, type Connections, send } from './http-client.ts';

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signJwt(header: object, claims: object): string {
  const text = `${encode({ alg: 'ES256', ...header })}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

const epochSeconds = () => Math.floor(Date.now() / 1000);

/** RFC 7523 §2.2; a new one for each request. */
function assertionOf({ id }: Client, issuer: string): Record<string, string> {
  const now = epochSeconds();
  const claims = { iss: id, sub: id, aud: issuer, jti: randomUUID(), iat: now, exp: now + 60 };
  return {
    client_id: id,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: signJwt({}, claims),
  };
}

/** RFC 9449 §4.2; a new one for each request. */
const dpopProof = (url: URL, nonce: string | undefined): string =>
  signJwt(
    { typ: 'dpop+jwt', jwk: publicJwk },
    { jti: randomUUID(), htm: 'POST', htu: url.origin + url.pathname, iat: epochSeconds(), nonce },
  );

const nonces = new Map<string, string>();

/** Posts a form as that client, which proves itself by its method, and by DPoP where it is asked to. */
export async function postAs(
  client: Client,
  connections: Connections,
  url: URL,
  form: Record<string, string>,
  options: { dpop: boolean } = { dpop: false },
): Promise<Answer> {
  const hasKey = client.method === 'private_key_jwt';
  const answer = await send(connections, {
    method: 'POST',
    url,
    headers: {
      ...(!hasKey && { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` }),
      ...(options.dpop && { dpop: dpopProof(url, nonces.get(url.origin)) }),
    },
    content: urlEncoded(Object.entries({ ...form, ...(hasKey && assertionOf(client, url.origin)) })),
  });
  const nonce = answer.headers['dpop-nonce'];
  if (!options.dpop || typeof nonce !== 'string') return answer;
  nonces.set(url.origin, nonce);
  // RFC 9449 §8: once in some minutes the server wants another nonce.
  const isRefused = answer.status === 400 && JSON.parse(answer.body).error === 'use_dpop_nonce';
  return isRefused ? postAs(client, connections, url, form, options) : answer;
}
