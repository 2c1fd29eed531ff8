import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, exchangeCode, newAuthorizationRequest, redirectOf, unexpected } from './authorization-code.ts';
import type { Contender } from './contender.ts';
import { fillForm, findForm } from './form.ts';
import { buildWithNext } from './next-build.ts';
import { startServer } from './process.ts';

const repository = join(import.meta.dirname, '..');

/** Three requests: the consent page, the decision, the token. */
export function accord(port: number, database: { name: string; url: string }, registry: string): Contender {
  const url = new URL(`http://localhost:${port}`);
  const env = {
    PORT: String(port),
    ACCORD_ISSUER: url.origin,
    ACCORD_SECRET: randomBytes(32).toString('base64'),
    ACCORD_REGISTRY: registry,
    DATABASE_URL: database.url,
  };
  const newRequest = () => newAuthorizationRequest(new URL('/authorize', url), { provider_id: '1000', language: 'en' });

  return {
    name: `Accord${database.name}`,
    prepare: async () => {
      const build = join(repository, '.next/BUILD_ID');
      if (!existsSync(build)) await buildWithNext(repository);
      console.log(`Accord as built at ${statSync(build).mtime.toISOString()}`);
    },
    start: () => startServer({ args: ['server.js'], cwd: repository, env, url }),

    async signIn(_server, browser, number) {
      const request = newRequest();
      const address = redirectOf(await browser.get(request.url), request.url);
      const shown = await browser.get(address);
      const form = findForm(shown.body, 'password');
      if (!form) throw unexpected(shown, address);
      const pressed = form.buttons.find(({ label }) => label === 'Sign in');
      const typed = { username: `camille-${number}`, password: 'erable-rouge' };
      const action = new URL(form.action, address);
      redirectOf(await browser.post(action, fillForm(form, typed, pressed)), action);
    },

    async openPage(_server, browser) {
      const request = newRequest();
      const shown = await browser.get(request.url);
      if (shown.status !== 200 || !findForm(shown.body, 'ticket')) throw unexpected(shown, request.url);
      return shown.body;
    },

    async journey(_server, browser, recipient, times) {
      const request = newRequest();
      const shown = await times.measure('consent page', () => browser.get(request.url));
      const form = findForm(shown.body, 'ticket');
      if (!form) throw unexpected(shown, request.url);
      const action = new URL(form.action, request.url);
      const decided = await times.measure('decision', () =>
        browser.post(action, fillForm(form, { decision: 'allow' })),
      );
      const code = codeOf(redirectOf(decided, action), request);
      await times.measure('token', () => exchangeCode(recipient, new URL('/token', url), code, request));
    },
  };
}
