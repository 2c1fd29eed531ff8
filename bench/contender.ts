import type { Agent } from 'node:http';
import type { Browser } from './browser.ts';
import type { StepTimes } from './drive.ts';
import type { Server } from './process.ts';

/** One of the servers compared: how to start it, and what a customer's browser and a recipient do with it. */
export interface Contender {
  name: string;
  /** Builds what must be built; called once. */
  prepare(): Promise<void>;
  /** Each call serves the same database and secrets again. */
  start(): Server;
  /** Leaves the browser with a session of a customer of its own, known by `number`; called once a browser. */
  signIn(server: Server, browser: Browser, number: number): Promise<void>;
  /** Brings a signed-in browser to the page a customer sees, and gives its HTML; a fault when it does not come. */
  openPage(server: Server, browser: Browser): Promise<string>;
  /** From the authorization request to the tokens; undefined for a server that is only a page. */
  journey?: (server: Server, browser: Browser, recipient: Agent, times: StepTimes) => Promise<void>;
  /** The addresses of the scripts that are not its own; none when absent. */
  frameworkScripts?: () => Set<string>;
}
