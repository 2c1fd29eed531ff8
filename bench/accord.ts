import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newAuthorizationRequest } from './authorization-code.ts';
import { buildUnlessBuilt } from './build.ts';
import { withSecret } from './client.ts';
import type { Contender } from './contender.ts';
import type { Database } from './database.ts';
import { findForm } from './form.ts';
import { redirectOf, unexpected } from './http-client.ts';
import { startServer } from './process.ts';

/** How Accord is served: from which checkout, on which port, from which data. */
export interface AccordOptions {
  name: string;
  folder: string;
  port: number;
  database: Database;
  registry: string;
  /** As many as there are processors, when absent. */
  processes?: number;
}

/** Three requests: the consent page, the decision, the token. */
export function accord({ name, folder, port, database, registry, processes }: AccordOptions): Contender {
  const url = new URL(`http://localhost:${port}`);
  const env = {
    PORT: String(port),
    ACCORD_ISSUER: url.origin,
    ACCORD_SECRET: randomBytes(32).toString('base64'),
    ACCORD_REGISTRY: registry,
    DATABASE_URL: database.url,
    ...(processes !== undefined && { ACCORD_WORKERS: String(processes) }),
  };
  const at = (path: string) => new URL(path, url);
  const endpoints = {
    authorize: at('/authorize'),
    token: at('/token'),
    par: at('/par'),
    introspect: at('/introspect'),
    jwks: at('/jwks'),
  };
  const parameters = { provider_id: '1000', language: 'en' };
  const newRequest = () => newAuthorizationRequest(withSecret, endpoints.authorize, parameters);

  return {
    name,
    prepare: () => buildUnlessBuilt(folder),
    start: (more = {}) =>
      startServer({ args: startArguments(folder), cwd: folder, env: { ...env, ...more }, url, database }),

    async signIn(browser, number) {
      const asked = await browser.open(newRequest().url);
      const shown = await browser.open(redirectOf(asked.answer, asked.address));
      const typed = { username: `camille-${number}`, password: 'erable-rouge' };
      const { answer, address } = await browser.submit(shown, 'sign-in', typed);
      redirectOf(answer, address);
    },

    async openPage(browser) {
      const { answer, address } = await browser.open(newRequest().url);
      if (answer.status !== 200 || !findForm(answer.body, 'consent')) throw unexpected(answer, address);
      return answer.body;
    },

    oauth: {
      endpoints,
      parameters,
      async authorize(browser, request, times) {
        const shown = await times.measure('consent page', () => browser.open(request.url));
        const decided = await times.measure('decision', () => browser.submit(shown, 'consent', { decision: 'allow' }));
        return redirectOf(decided.answer, decided.address);
      },
    },
  };
}

/** What `npm start` gives to Node in that checkout. */
function startArguments(folder: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const words: string[] = scripts.start.split(' ');
  return words.slice(words.indexOf('node') + 1);
}
