import * as oauth from 'openid-client';
import { readLanguage } from '#i18n/locale.ts';
import { readForm } from '#lib/http/form.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { issuer } from '#lib/process/environment.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import { discoverFor } from '../../../demo/recipient/client.ts';
import { flowCookie } from '../../../demo/recipient/cookie.ts';
import { redirectUriOf, sampleRecipients } from '../../../demo/recipient/sample-world.ts';
import { problemResponse } from '../../problem.tsx';

/** Begins a request as any recipient would: PKCE, state, and the browser sent to the authorization endpoint. */
export async function POST(incoming: Request): Promise<Response> {
  const reading = await readForm(incoming);
  const form = reading.outcome === 'read' ? reading.form : new URLSearchParams();
  const language = readLanguage(form);
  const clientId = form.get('client_id');
  const recipient = sampleRecipients(currentRegistry()).find((known) => known.clientId === clientId);
  if (!recipient) return problemResponse('not-found', 404, language);

  const verifier = oauth.randomPKCECodeVerifier();
  const state = oauth.randomState();
  const address = oauth.buildAuthorizationUrl(await discoverFor(recipient), {
    redirect_uri: redirectUriOf(issuer()),
    scope: form.getAll('scope').join(' '),
    provider_id: form.get('provider_id') ?? '',
    language,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return redirectResponse(address.href, flowCookie({ clientId: recipient.clientId, verifier, state, language }));
}
