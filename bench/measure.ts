import { setTimeout as pause } from 'node:timers/promises';
import { Browser } from './browser.ts';
import type { Contender } from './contender.ts';
import { drive, type Limit, StepTimes, times } from './drive.ts';
import { Connections } from './http-client.ts';
import { journey } from './journey.ts';
import { type PageWeight, weighPage } from './page-weight.ts';
import type { Server } from './process.ts';

export const CONCURRENCY = 8;

export interface Round {
  count: number;
  seconds: number;
  cpuMilliseconds: number;
}

/** A contender that runs and has as many customers signed in as there are browsers. */
export interface Running {
  contender: Contender;
  server: Server;
  connections: Connections;
  browsers: Browser[];
}

/** With what was measured of it so far. */
export interface Subject extends Running {
  startMilliseconds: number[];
  journeys: Round[];
  pages: Round[];
  /** Resident memory after each round. */
  megabytes: number[];
  times: StepTimes;
}

export async function untilItWorks<T>(server: Server, attempt: () => Promise<T>): Promise<T> {
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

/** Starts a contender and signs so many customers in. */
export async function startWithCustomers(
  contender: Contender,
  customers: number,
  more?: Record<string, string>,
): Promise<Running> {
  const connections = new Connections();
  const browsers = Array.from({ length: customers }, () => new Browser(connections));
  const server = contender.start(more);
  try {
    await connections.during(1, async () => {
      for (const [number, browser] of browsers.entries())
        await untilItWorks(server, () => contender.signIn(browser, number));
    });
  } catch (fault) {
    await server.stop();
    throw fault;
  }
  return { contender, server, connections, browsers };
}

/** Signs the customers in at a first process, then starts it anew `starts` times until each shows a page, and keeps the last. */
export async function begin(contender: Contender, starts: number): Promise<Subject> {
  const running = await startWithCustomers(contender, CONCURRENCY);
  const { connections, browsers } = running;
  let { server } = running;
  const startMilliseconds: number[] = [];
  try {
    for (let start = 0; start < starts; start += 1) {
      await server.stop();
      server = contender.start();
      await connections.during(1, () => untilItWorks(server, () => contender.openPage(firstOf(browsers))));
      startMilliseconds.push(performance.now() - server.startedAt);
    }
  } catch (fault) {
    await server.stop();
    throw fault;
  }
  return { ...running, server, startMilliseconds, journeys: [], pages: [], megabytes: [], times: new StepTimes() };
}

function firstOf<T>([first]: T[]): T {
  if (first === undefined) throw new Error('nobody is signed in');
  return first;
}

/** One round: each lane does one piece of work at a time, until the limit. */
export function runRound<Lane>(
  { connections, server }: Running,
  lanes: Lane[],
  limit: () => Limit,
  work: (lane: Lane) => Promise<unknown>,
): Promise<Round> {
  return connections.during(lanes.length, async () => {
    const before = server.cpuMilliseconds();
    const { count, seconds } = await drive(lanes, limit(), work);
    return { count, seconds, cpuMilliseconds: server.cpuMilliseconds() - before };
  });
}

export function runJourneys(running: Running, count: number, stepTimes: StepTimes): Promise<Round> {
  const { oauth } = running.contender;
  if (!oauth) throw new Error(`${running.contender.name} has no journey`);
  return runRound(
    running,
    running.browsers,
    () => times(count),
    (browser) => journey(oauth, browser, running.connections, stepTimes),
  );
}

export const runPages = (running: Running, count: number): Promise<Round> =>
  runRound(
    running,
    running.browsers,
    () => times(count),
    (browser) => running.contender.openPage(browser),
  );

export const weigh = ({ contender, server, connections, browsers }: Running): Promise<PageWeight> =>
  connections.during(1, async () => weighPage(connections, await contender.openPage(firstOf(browsers)), server.url));
