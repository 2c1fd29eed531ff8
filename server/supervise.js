import cluster from 'node:cluster';
import { say, writeLine } from './json-output.js';
import { metricsOf, serveMetrics } from './metrics.js';

/**
 * Keeps a number of worker processes on one port, and replaces one that dies. The first goes ahead, so that what keeps
 * it from starting is said once.
 * @param {{ workers: number, port: number }} how
 */
export async function supervise({ workers, port }) {
  // The processes share one socket and take connections themselves: what this one had handed to a process that dies at
  // that moment would never be answered.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  // Most of what a request makes is gone with it: a small nursery keeps the pace and a quarter of the memory.
  cluster.setupPrimary({ execArgv: ['--max-semi-space-size=16'] });
  await serveMetrics(() => metricsOf(Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)));
  let isStopping = false;
  let listening = 0;
  /** @type {number[]} */
  let deaths = [];
  cluster.fork();

  cluster.on('listening', (_worker, { address }) => {
    if (address?.includes(':')) return;
    listening += 1;
    if (listening === 1) for (let more = 1; more < workers; more += 1) cluster.fork();
    if (listening === workers) writeLine('info', `Accord listens on port ${port} with ${workers} processes`);
  });
  cluster.on('exit', (worker, code, signal) => {
    if (isStopping) return;
    if (listening === 0) process.exit(code || 1);
    deaths = [...deaths.filter((time) => time > Date.now() - 60_000), Date.now()];
    // One that dies again and again is replaced more and more slowly, so that it does not take the machine with it.
    const delay = Math.min(100 * 2 ** deaths.length, 30_000);
    say('error', `Process ${worker.process.pid} ended (${signal ?? code}) and is replaced in ${delay} ms`);
    setTimeout(() => !isStopping && cluster.fork(), delay);
  });
  process.on('SIGHUP', () => {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGHUP');
  });
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGTERM', 'SIGINT'];
  for (const signal of signals) {
    process.once(signal, () => {
      isStopping = true;
      for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
    });
  }
}
