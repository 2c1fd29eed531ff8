import { type BrowserContext, test as base, expect } from '@playwright/test';
import type { Language } from '../../i18n/locale.ts';
import { type Translator, translator } from '../../i18n/recorded-translator.ts';
import { type RecipientServer, startRecipient } from '../servers/recipient.ts';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { expectAccessible } from './accessibility.ts';
import { Customer } from './customer.ts';
import { Visitor } from './visitor.ts';
import { type Say, wordsIn } from './words.ts';

/** What the projects vary. */
export interface Matrix {
  language: Language;
}

interface TestFixtures extends Matrix {
  t: Translator;
  /** Headings, labels and buttons in literal words. */
  say: Say;
  /** Looks at the page that stands there now. */
  inspect: () => Promise<void>;
  recipient: RecipientServer;
  customer: Customer;
  visitor: Visitor;
}

export const test = base.extend<TestFixtures, { accord: Server }>({
  language: ['en', { option: true }],
  t: ({ language }, use) => use(translator(language)),
  say: ({ language }, use) => use(wordsIn(language)),

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

  context: async ({ context }, use) => {
    const messages = watch(context);
    await use(context);
    expect(messages, 'messages in the console').toEqual([]);
  },

  page: async ({ page, javaScriptEnabled }, use) => {
    await use(page);
    if (javaScriptEnabled && page.url().startsWith('http://localhost')) await expectAccessible(page);
  },

  customer: ({ page, accord, recipient, language, inspect }, use) =>
    use(new Customer({ page, origin: accord.origin, recipient, language, inspect })),
  visitor: ({ accord }, use) => use(new Visitor(accord.origin)),
});

export { expect };

/** Collects what any page says in the console. That a page of ours has an error status is Chromium's own report. */
function watch(context: BrowserContext): string[] {
  const messages: string[] = [];
  context.on('weberror', (fault) => messages.push(fault.error().message));
  context.on('console', (message) => {
    const [text, { url }] = [message.text(), message.location()];
    const isOurStatus = text.startsWith('Failed to load resource') && url === message.page()?.url();
    if (!isOurStatus) messages.push(`${message.type()}: ${text} ${url}`);
  });
  return messages;
}
