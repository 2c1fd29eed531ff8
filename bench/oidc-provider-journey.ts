import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, exchangeCode, newAuthorizationRequest, redirectOf, unexpected } from './authorization-code.ts';
import type { Browser } from './browser.ts';
import type { Contender } from './contender.ts';
import { StepTimes } from './drive.ts';
import { fillForm, findForm } from './form.ts';
import { startServer } from './process.ts';

/** Five requests, as the library cuts them: authorization, interaction, decision, resumption, token. */
export function oidcProvider(port: number, database: { name: string; url: string }): Contender {
  const url = new URL(`http://localhost:${port}`);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const env = {
    PORT: String(port),
    DATABASE_URL: database.url,
    SIGNING_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })),
  };

  async function openInteraction(browser: Browser, times: StepTimes) {
    const request = newAuthorizationRequest(new URL('/auth', url), {});
    const begun = await times.measure('authorization', () => browser.get(request.url));
    const address = redirectOf(begun, request.url);
    const shown = await times.measure('interaction', () => browser.get(address));
    return { request, address, shown };
  }

  return {
    name: `oidc-provider${database.name}`,
    prepare: async () => {},
    start: () => startServer({ args: [join(import.meta.dirname, 'oidc-provider.ts')], cwd: tmpdir(), env, url }),

    async signIn(_server, browser, number) {
      const { address, shown } = await openInteraction(browser, new StepTimes());
      const form = findForm(shown.body, 'password');
      if (!form) throw unexpected(shown, address);
      const typed = { username: `camille-${number}`, password: 'erable-rouge' };
      const answer = await browser.post(address, fillForm(form, typed));
      await browser.get(redirectOf(answer, address));
    },

    async openPage(_server, browser) {
      const { address, shown } = await openInteraction(browser, new StepTimes());
      if (!findForm(shown.body, 'decision')) throw unexpected(shown, address);
      return shown.body;
    },

    async journey(_server, browser, recipient, times) {
      const { request, address, shown } = await openInteraction(browser, times);
      const form = findForm(shown.body, 'decision');
      if (!form) throw unexpected(shown, address);
      const decided = await times.measure('decision', () =>
        browser.post(address, fillForm(form, { decision: 'allow' })),
      );
      const resumption = redirectOf(decided, address);
      const answer = await times.measure('resumption', () => browser.get(resumption));
      const code = codeOf(redirectOf(answer, resumption), request);
      await times.measure('token', () => exchangeCode(recipient, new URL('/token', url), code, request));
    },
  };
}
