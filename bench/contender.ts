import type { AuthorizationRequest } from './authorization-code.ts';
import type { Browser } from './browser.ts';
import type { StepTimes } from './drive.ts';
import type { Server } from './process.ts';

/** The addresses that clients know. */
export type Endpoints = Record<'authorize' | 'token' | 'par' | 'introspect' | 'jwks', URL>;

/** One of the servers compared: how to start it, and what a customer's browser does with it. */
export interface Contender {
  name: string;
  /** Builds what must be built; called once. */
  prepare(): Promise<void>;
  /** Each call serves the same database and secrets again. */
  start(more?: Record<string, string>): Server;
  /** Leaves the browser with a session of a customer of its own, known by `number`; called once a browser. */
  signIn(browser: Browser, number: number): Promise<void>;
  /** Brings a signed-in browser to the page a customer sees, and gives its HTML; a fault when it does not come. */
  openPage(browser: Browser): Promise<string>;
  /** Absent from a server that is only a page. */
  oauth?: OAuthServer;
}

export interface OAuthServer {
  endpoints: Endpoints;
  /** What an authorization request has to say besides. */
  parameters: Record<string, string>;
  /** Takes a signed-in customer through a request, who allows it; the address that the recipient is answered at. */
  authorize(browser: Browser, request: AuthorizationRequest, times: StepTimes): Promise<URL>;
}
