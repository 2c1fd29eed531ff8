import type { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Browser } from './browser.ts';
import type { Contender } from './contender.ts';
import { drive, StepTimes } from './drive.ts';
import { openConnections } from './http-client.ts';
import { type PageWeight, weighPage } from './page-weight.ts';
import type { Server } from './process.ts';

export const CONCURRENCY = 8;

export interface Round {
  count: number;
  seconds: number;
  cpuMilliseconds: number;
}

/** A contender that runs and has eight customers signed in, with what was measured of it so far. */
export interface Subject {
  contender: Contender;
  server: Server;
  browsers: Browser[];
  startMilliseconds: number[];
  journeys: Round[];
  pages: Round[];
  times: StepTimes;
}

async function untilItWorks<T>(server: Server, attempt: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    try {
      return await attempt();
    } catch (fault) {
      if (performance.now() > deadline)
        throw new Error(`not served within 30 s:\n${server.output()}`, { cause: fault });
      await pause(5);
    }
  }
}

async function withConnections<T>(browsers: Browser[], work: (connections: Agent) => Promise<T>): Promise<T> {
  const connections = openConnections();
  for (const browser of browsers) browser.connections = connections;
  try {
    return await work(connections);
  } finally {
    connections.destroy();
  }
}

/** Signs the customers in at a first process, then starts it anew `starts` times until each shows a page, and keeps the last. */
export async function begin(contender: Contender, starts: number): Promise<Subject> {
  const browsers = Array.from({ length: CONCURRENCY }, () => new Browser(openConnections()));
  const [first] = browsers;
  if (!first) throw new Error('no browser');
  let server = contender.start();
  const startMilliseconds: number[] = [];
  try {
    await withConnections(browsers, async () => {
      for (const [number, browser] of browsers.entries())
        await untilItWorks(server, () => contender.signIn(server, browser, number));
    });
    for (let start = 0; start < starts; start += 1) {
      await server.stop();
      server = contender.start();
      await withConnections(browsers, () => untilItWorks(server, () => contender.openPage(server, first)));
      startMilliseconds.push(performance.now() - server.startedAt);
    }
  } catch (fault) {
    await server.stop();
    throw fault;
  }
  return { contender, server, browsers, startMilliseconds, journeys: [], pages: [], times: new StepTimes() };
}

async function runRound(
  { browsers, server }: Subject,
  count: number,
  work: (browser: Browser, connections: Agent) => Promise<unknown>,
): Promise<Round> {
  return withConnections(browsers, async (connections) => {
    const before = server.cpuMilliseconds();
    const seconds = await drive(browsers, count, async (browser) => {
      await work(browser, connections);
    });
    return { count, seconds, cpuMilliseconds: server.cpuMilliseconds() - before };
  });
}

export function runJourneys(subject: Subject, count: number, times: StepTimes): Promise<Round> {
  const { contender, server } = subject;
  return runRound(subject, count, async (browser, connections) => {
    await contender.journey?.(server, browser, connections, times);
  });
}

export function runPages(subject: Subject, count: number): Promise<Round> {
  const { contender, server } = subject;
  return runRound(subject, count, (browser) => contender.openPage(server, browser));
}

export function weigh({ contender, server, browsers }: Subject): Promise<PageWeight> {
  return withConnections(browsers, async (connections) => {
    const [browser] = browsers;
    if (!browser) throw new Error('no browser');
    const html = await contender.openPage(server, browser);
    return weighPage(connections, html, server.url, contender.frameworkScripts?.() ?? new Set());
  });
}
