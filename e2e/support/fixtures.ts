import { test as base, expect, type Page } from '@playwright/test';
import type { Language } from '../../i18n/locale.ts';
import { type Translator, translator } from '../../i18n/recorded-translator.ts';
import { type RecipientServer, startRecipient } from '../servers/recipient.ts';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { expectAccessible } from './accessibility.ts';
import { Customer } from './customer.ts';
import { Visitor } from './visitor.ts';

/** What the projects vary. */
export interface Matrix {
  language: Language;
}

interface TestFixtures extends Matrix {
  t: Translator;
  /** Looks at the page that stands there now. */
  inspect: () => Promise<void>;
  recipient: RecipientServer;
  customer: Customer;
  visitor: Visitor;
}

export const test = base.extend<TestFixtures, { accord: Server }>({
  language: ['en', { option: true }],
  t: ({ language }, use) => use(translator(language)),

  accord: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await discardServer(server);
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here
  recipient: async ({}, use) => {
    const recipient = await startRecipient();
    await use(recipient);
    await recipient.close();
  },

  // axe needs JavaScript; without it a page is the same document.
  inspect: ({ page, javaScriptEnabled }, use) =>
    use(async () => {
      if (javaScriptEnabled && page.url().startsWith('http://localhost')) await expectAccessible(page);
    }),

  page: async ({ page, javaScriptEnabled }, use) => {
    const complaints = watch(page);
    await use(page);
    if (javaScriptEnabled && page.url().startsWith('http://localhost')) await expectAccessible(page);
    expect(complaints, 'errors in the console').toEqual([]);
  },

  customer: ({ page, accord, recipient, language, inspect }, use) =>
    use(new Customer({ page, origin: accord.origin, recipient, language, inspect })),
  visitor: ({ accord }, use) => use(new Visitor(accord.origin)),
});

export { expect };

/** Collects what a page complains of. That a page of ours has an error status is no complaint, though Chromium says so. */
function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (fault) => complaints.push(fault.message));
  page.on('console', (message) => {
    const isOurStatus = message.text().startsWith('Failed to load resource') && message.location().url === page.url();
    if (message.type() === 'error' && !isOurStatus) complaints.push(`${message.text()} ${message.location().url}`);
  });
  return complaints;
}
