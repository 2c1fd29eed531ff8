import { test as base, expect, type Page } from '@playwright/test';
import type { Language } from '../lib/oauth/language.ts';
import { type Translator, translator } from '../messages/translator.ts';
import { expectAccessible } from './accessibility.ts';
import { Customer } from './customer.ts';
import { type RecipientServer, startRecipient } from './recipient.ts';
import { discardServer, type Server, startServer } from './server.ts';
import { Visitor } from './visitor.ts';

/** What the projects vary. */
export interface Matrix {
  language: Language;
}

interface TestFixtures extends Matrix {
  t: Translator;
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

  page: async ({ page }, use) => {
    const complaints = watch(page);
    await use(page);
    if (page.url().startsWith('http://localhost')) await expectAccessible(page);
    expect(complaints, 'errors in the console').toEqual([]);
  },

  customer: ({ page, accord, recipient, language }, use) => use(new Customer(page, accord.origin, recipient, language)),
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
