import type { BrowserContext } from '@playwright/test';
import type { Server } from '../servers/server.ts';
import { authorizePath } from './authorization-request.ts';
import { budgetBuddy } from './granted.ts';
import { locationOf } from './http-call.ts';
import { redeem } from './token-request.ts';
import { Visitor } from './visitor.ts';

/** Customers of the sample world that no other test shares data of. */
const passwords = { luc: 'sucre-roux', amara: 'maple-syrup' } as const;

/** A customer with consents of their own, who opens pages in a browser as well. */
export class Sharer {
  readonly visitor: Visitor;
  readonly server: Server;
  readonly name: keyof typeof passwords;

  constructor(server: Server, name: keyof typeof passwords) {
    this.server = server;
    this.visitor = new Visitor(server.origin);
    this.name = name;
  }

  /** Signs in, on the way to a request; gives the path of its consent page. */
  async signIn(path = authorizePath()): Promise<string> {
    const credentials = { username: this.name, password: passwords[this.name] };
    const answer = await this.visitor.post(path.replace('/authorize', '/sign-in'), credentials);
    const { pathname, search } = locationOf(answer);
    return pathname + search;
  }

  /** Allows a request and gives the recipient its tokens. */
  async share(
    accounts: string[],
    change: Record<string, string | undefined> = {},
  ): Promise<{ consentId: string; accessToken: string }> {
    const ticket = await this.visitor.openConsent(await this.signIn(authorizePath(change)));
    const code = locationOf(await this.visitor.decide('allow', ticket, accounts)).searchParams.get('code') ?? '';
    const form = { code, redirect_uri: 'http://127.0.0.1:9999/callback' };
    const { json } = await redeem(this.server.origin, { basic: budgetBuddy, form });
    return { consentId: String(json.grant_id), accessToken: String(json.access_token) };
  }

  async stop(consentId: string): Promise<void> {
    await this.visitor.post(`/consents/${consentId}/stop?provider_id=1000`, { decision: 'stop' });
  }

  /** Goes on in a browser. */
  async comesTo(context: BrowserContext): Promise<void> {
    const { origin } = this.server;
    await context.addCookies([...this.visitor.cookies].map(([name, value]) => ({ name, value, url: origin })));
  }
}
