import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuthorizationRequest, newAuthorizationRequest } from './authorization-code.ts';
import type { Browser } from './browser.ts';
import { publicJwk, withSecret } from './client.ts';
import type { Contender } from './contender.ts';
import type { Database } from './database.ts';
import { StepTimes } from './drive.ts';
import { findForm } from './form.ts';
import { redirectOf, unexpected } from './http-client.ts';
import { startServer } from './process.ts';

export interface OidcProviderOptions {
  name: string;
  port: number;
  database: Database;
  processes?: number;
}

/** Five requests, as the library cuts them: authorization, interaction, decision, resumption, token. */
export function oidcProvider({ name, port, database, processes = 1 }: OidcProviderOptions): Contender {
  const url = new URL(`http://localhost:${port}`);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const env = {
    PORT: String(port),
    PROCESSES: String(processes),
    DATABASE_URL: database.url,
    SIGNING_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })),
    CLIENT_KEY: JSON.stringify(publicJwk),
  };
  const at = (path: string) => new URL(path, url);
  // Its own names.
  const endpoints = {
    authorize: at('/auth'),
    token: at('/token'),
    par: at('/request'),
    introspect: at('/token/introspection'),
    jwks: at('/jwks'),
  };

  async function openInteraction(browser: Browser, request: AuthorizationRequest, times: StepTimes) {
    const begun = await times.measure('authorization', () => browser.open(request.url));
    return times.measure('interaction', () => browser.open(redirectOf(begun.answer, begun.address)));
  }

  const newInteraction = (browser: Browser) =>
    openInteraction(browser, newAuthorizationRequest(withSecret, endpoints.authorize, {}), new StepTimes());

  return {
    name,
    prepare: async () => {},
    start: (more = {}) =>
      startServer({
        args: [join(import.meta.dirname, 'oidc-provider.ts')],
        cwd: tmpdir(),
        env: { ...env, ...more },
        url,
        database,
      }),

    async signIn(browser, number) {
      const shown = await newInteraction(browser);
      const typed = { username: `camille-${number}`, password: 'erable-rouge' };
      const { answer, address } = await browser.submit(shown, 'sign-in', typed);
      await browser.open(redirectOf(answer, address));
    },

    async openPage(browser) {
      const { answer, address } = await newInteraction(browser);
      if (!findForm(answer.body, 'consent')) throw unexpected(answer, address);
      return answer.body;
    },

    oauth: {
      endpoints,
      parameters: {},
      async authorize(browser, request, times) {
        const shown = await openInteraction(browser, request, times);
        const decided = await times.measure('decision', () => browser.submit(shown, 'consent', { decision: 'allow' }));
        const resumption = redirectOf(decided.answer, decided.address);
        const { answer } = await times.measure('resumption', () => browser.open(resumption));
        return redirectOf(answer, resumption);
      },
    },
  };
}
