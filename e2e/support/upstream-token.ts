import { randomBytes } from 'node:crypto';
import { accordClientId, providerId } from '../../demo/bank/registration.ts';
import type { SampleWorld } from '../servers/sample-bank.ts';
import { newProof } from './authorization-request.ts';
import type { Wanderer } from './wanderer.ts';

/** Accord's own request to the bank, made by hand; with its verifier. */
export function upstreamRequest({ bank, accord }: SampleWorld, change: Record<string, string> = {}) {
  const { verifier, parameters } = newProof();
  const redirect_uri = `${accord.origin}/sign-in/callback/${providerId}`;
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: accordClientId,
    redirect_uri,
    scope: 'openid profile accounts:read',
    state: randomBytes(8).toString('hex'),
    ...parameters,
    ...change,
  });
  return { address: `${bank}/auth?${query}`, redirect_uri, verifier };
}

/** Signs in with password and code on the bank's pages; the visitor stops where Accord would take the answer. */
export async function signInAtBank(visitor: Wanderer, until: string): Promise<void> {
  const action = visitor.find(/<form method="post" action="([^"]+)"/);
  await visitor.go(action, { form: { step: 'password', username: 'sigrid', password: 'phare-blanc' } });
  await visitor.go(action, { form: { step: 'code', code: visitor.find(/<b>(\d{6})<\/b>/) }, until });
}

/** The bank's answer, with Accord's secret, to the code that the visitor holds. */
export async function redeemAtBank(
  { bank, accordSecret }: SampleWorld,
  visitor: Wanderer,
  { redirect_uri, verifier }: { redirect_uri: string; verifier: string },
): Promise<Record<string, string>> {
  const answer = await fetch(`${bank}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa([accordClientId, accordSecret].map(encodeURIComponent).join(':'))}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: new URL(visitor.url).searchParams.get('code') ?? '',
      redirect_uri,
      code_verifier: verifier,
    }),
  });
  return (await answer.json()) as Record<string, string>;
}
