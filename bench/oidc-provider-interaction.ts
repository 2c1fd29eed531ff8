import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Interaction, Provider } from 'oidc-provider';

const accounts = [
  { id: 'acc-chq-1', label: 'Bills ····1234' },
  { id: 'acc-sav-1', label: 'Rainy day ····5678' },
  { id: 'acc-inv-1', label: 'TFSA ····9012' },
];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (value = '') => value.replace(/[&<>"']/g, (character) => entities[character] ?? character);

function page(title: string, id: string, form: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><main><h1>${title}</h1><form id="${id}" method="post">${form}</form></main></body></html>`;
}

const signInPage = page(
  'Sign in',
  'sign-in',
  `<label>Username <input name="username"></label><label>Password <input type="password" name="password"></label>
<button>Sign in</button>`,
);

function consentPage({ params }: Interaction): string {
  const scopes = params.scope?.split(' ').map((scope) => `<li>${escapeHtml(scope)}</li>`);
  const boxes = accounts.map(
    ({ id, label }) => `<li><label><input type="checkbox" name="account" value="${id}"> ${label}</label></li>`,
  );
  return page(
    `${escapeHtml(params.client_id)} asks for your data`,
    'consent',
    `<ul>${scopes?.join('')}</ul><ul>${boxes.join('')}</ul>
<button name="decision" value="deny">Deny</button><button name="decision" value="allow">Allow</button>`,
  );
}

/** The smallest honest pages: sign-in, and a consent that names who asks, for what, and from which accounts. */
export function answerInteraction(provider: Provider, resource: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const interaction = await provider.interactionDetails(request, response);
    const { prompt, params, session } = interaction;
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(prompt.name === 'login' ? signInPage : consentPage(interaction));
      return;
    }
    const form = new URLSearchParams(await text(request));
    if (prompt.name === 'login') {
      const username = form.get('username') ?? '';
      const isCustomer = /^camille-\d+$/.test(username) && form.get('password') === 'erable-rouge';
      if (!isCustomer) response.writeHead(401).end(signInPage);
      else await provider.interactionFinished(request, response, { login: { accountId: username } });
      return;
    }
    if (form.get('decision') !== 'allow' || session === undefined) {
      await provider.interactionFinished(request, response, { error: 'access_denied' });
      return;
    }
    const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id ?? '' });
    grant.addResourceScope(resource, params.scope ?? '');
    grant.addRar({ type: 'accounts', identifiers: form.getAll('account') });
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  };
}
