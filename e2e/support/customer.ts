import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '../../i18n/locale.ts';
import { type Hit, landingTitle, type RecipientServer } from '../servers/recipient.ts';
import { authorizationQuery } from './authorization-request.ts';
import { nameIn, providerOf, recipientOf, sampleRegistry } from './registry.ts';
import { type Say, wordsIn } from './words.ts';

export const passwords = { camille: 'erable-rouge', noah: 'maple-leaf', amara: 'maple-syrup' } as const;
export type CustomerName = keyof typeof passwords;

/** A customer in front of a browser, who knows the page by its words alone. */
export class Customer {
  readonly page: Page;
  readonly origin: string;
  readonly recipient: RecipientServer;
  readonly inspect: () => Promise<void>;
  language: Language;

  /** `inspect` looks at each page that is read. */
  constructor(given: Pick<Customer, 'page' | 'origin' | 'recipient' | 'language' | 'inspect'>) {
    this.page = given.page;
    this.origin = given.origin;
    this.recipient = given.recipient;
    this.language = given.language;
    this.inspect = given.inspect;
  }

  get say(): Say {
    return wordsIn(this.language);
  }

  get names() {
    const registry = sampleRegistry();
    const recipient = nameIn(recipientOf(registry, 'budget-buddy'), 'client_name', this.language);
    const provider = nameIn(providerOf(registry, '1000'), 'name', this.language);
    return {
      recipient,
      to_recipient: `à ${recipient}`,
      provider,
      of_provider: `de la ${provider}`,
      to_provider: `à la ${provider}`,
    };
  }

  get allow(): Locator {
    return this.page.getByRole('button', { name: this.say('allow'), exact: true });
  }
  get deny(): Locator {
    return this.page.getByRole('button', { name: this.say('deny'), exact: true });
  }
  get switchLanguage(): Locator {
    return this.page.getByRole('button', { name: this.say('switchLanguage') });
  }
  get notYou(): Locator {
    return this.page.getByRole('button', { name: this.say('notYou') });
  }
  get cancel(): Locator {
    return this.page.getByRole('button', { name: this.say('cancel', this.names) });
  }

  /** The checkbox of an account, by a part of its label. */
  account(name: string): Locator {
    return this.page.getByRole('checkbox', { name });
  }

  /** Follows the recipient's link to Accord; gives the state it was sent with. */
  async isSent(change: Record<string, string | undefined> = {}): Promise<string> {
    const query = authorizationQuery({
      redirect_uri: this.recipient.redirectUri,
      language: this.language,
      ...change,
    });
    await this.page.goto(`${this.origin}/authorize?${query}`);
    return query.get('state') ?? '';
  }

  async seesSignIn(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.say('signInHeading', this.names));
    await this.inspect();
  }

  signsIn(name: CustomerName, password: string = passwords[name]): Promise<void> {
    return this.signsInAs(name, password);
  }

  async signsInAs(name: string, password: string): Promise<void> {
    await this.page.getByLabel(this.say('username')).fill(name);
    await this.page.getByLabel(this.say('password')).fill(password);
    await this.page.getByRole('button', { name: this.say('signIn'), exact: true }).click();
  }

  async seesConsent(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.say('consentHeading', this.names));
    await this.inspect();
  }

  /** Sent, signed in, and in front of the consent. */
  async comesToConsent(name: CustomerName, change?: Record<string, string | undefined>): Promise<string> {
    const state = await this.isSent(change);
    await this.signsIn(name);
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.say('consentHeading', this.names));
    return state;
  }

  /** Back at the recipient, by one GET without a body; gives that request. */
  async isBack(): Promise<Hit> {
    await expect(this.page.getByRole('heading', { name: landingTitle })).toBeVisible();
    expect(this.recipient.hits, 'requests at the recipient').toHaveLength(1);
    const [hit] = this.recipient.hits;
    if (!hit) throw new Error('the recipient was not reached');
    expect(hit).toMatchObject({ method: 'GET', body: '' });
    return hit;
  }
}
