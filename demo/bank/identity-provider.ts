import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { type Context, Provider } from 'oidc-provider';
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';
import { findCustomer } from './customers.ts';
import { bankPage, signOutPage, troublePage } from './pages.ts';
import { type Acquaintance, accordClientId, providerId } from './registration.ts';
import { readBankLanguage, words } from './words.ts';

/** The scope with which Accord may list a customer's accounts, and nothing more. */
export const accountListScope = 'accounts:read';

const scope = `openid profile ${accountListScope}`;

// That they end with the process is meant: the library warns of its own adapter only.
class SessionsOfThisProcess extends MemoryAdapter {}

/** The bank's own OpenID Connect provider: one client, keys and sessions of this process alone. */
export async function createIdentityProvider({ bank, accord, accordSecret }: Acquaintance): Promise<Provider> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const provider: Provider = new Provider(bank, {
    adapter: SessionsOfThisProcess,
    clients: [
      {
        client_id: accordClientId,
        client_secret: accordSecret,
        redirect_uris: [`${accord}/sign-in/callback/${providerId}`],
        post_logout_redirect_uris: [`${accord}/sign-out/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    scopes: scope.split(' '),
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time'], profile: ['name'] },
    // The customer's name goes into the ID token: Accord need not ask for it.
    conformIdTokenClaims: false,
    acrValues: ['mfa'],
    pkce: { required: () => true },
    findAccount: (_: Context, sub: string) => {
      const customer = findCustomer(sub);
      return customer && { accountId: sub, claims: async () => ({ sub, name: nameOf(customer) }) };
    },
    // Accord is the bank's own; what a recipient may see, Accord asks the customer.
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({
        accountId: oidc.session?.accountId ?? '',
        clientId: oidc.client?.clientId ?? '',
      });
      grant.addOIDCScope(scope);
      await grant.save();
      return grant;
    },
    interactions: { url: (_: Context, { uid }: { uid: string }) => `/sign-in/${uid}` },
    ttl: { Interaction: 600, Session: 3600, Grant: 3600, AccessToken: 300, IdToken: 300 },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context: Context, form: string) => show(context, signOutPage(languageOf(context), form)),
        postLogoutSuccessSource: (context: Context) => {
          const language = languageOf(context);
          show(context, bankPage({ language, title: words[language].left, main: '' }));
        },
      },
    },
    renderError: (context: Context, out: { error: string }) =>
      show(context, troublePage(languageOf(context), out.error)),
  });
  return provider;
}

const nameOf = ({ name }: { name: { first: string; last: string } }) => `${name.first} ${name.last}`;

const languageOf = ({ oidc }: Context) => readBankLanguage(oidc?.params?.ui_locales);

function show(context: Context, page: string): void {
  context.type = 'html';
  context.body = page;
}
