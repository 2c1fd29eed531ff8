import cluster from 'node:cluster';

/**
 * Keeps a number of worker processes on one port, and replaces one that dies. The first goes ahead, so that what keeps
 * it from starting is said once.
 * @param {{ workers: number, port: number }} how
 */
export function supervise({ workers, port }) {
  // Most of what a request makes is gone with it: a small nursery keeps the pace and a quarter of the memory.
  cluster.setupPrimary({ execArgv: ['--max-semi-space-size=16'] });
  let isStopping = false;
  let listening = 0;
  cluster.fork();

  cluster.on('listening', (_worker, { address }) => {
    if (address?.includes(':')) return;
    listening += 1;
    if (listening === 1) for (let more = 1; more < workers; more += 1) cluster.fork();
    if (listening === workers) process.stdout.write(`Accord listens on port ${port} with ${workers} processes\n`);
  });
  cluster.on('exit', (worker, code, signal) => {
    if (isStopping) return;
    if (listening === 0) process.exit(code || 1);
    process.stderr.write(`Process ${worker.process.pid} ended (${signal ?? code}) and is replaced\n`);
    setTimeout(() => cluster.fork(), 200);
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
