import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { say } from './json-output.js';

/** Milliseconds that a process has to answer for itself. */
const patience = 2000;

/**
 * Serves `GET /metrics` on a port of its own, for the processes that `collect` asks; nothing without a port. With a token
 * only who sends it as Bearer is answered.
 * @param {() => Promise<object[][]>} collect
 */
export async function serveMetrics(collect) {
  const port = Number(process.env.ACCORD_METRICS_PORT || 0);
  if (!port) return;
  const host = process.env.ACCORD_METRICS_HOST || '127.0.0.1';
  const token = readToken();
  // Only whoever has metrics loads it.
  const { AggregatorRegistry } = await import('prom-client');
  const server = createServer(async (request, response) => {
    const [path] = (request.url ?? '').split('?', 1);
    if (path !== '/metrics') return respond(response, 404);
    if (request.method !== 'GET' && request.method !== 'HEAD') return respond(response, 405, { Allow: 'GET, HEAD' });
    if (token && !isSame(request.headers.authorization ?? '', `Bearer ${token}`))
      return respond(response, 401, { 'WWW-Authenticate': 'Bearer' });
    try {
      const all = AggregatorRegistry.aggregate(await collect());
      respond(response, 200, { 'Content-Type': all.contentType }, await all.metrics());
    } catch (fault) {
      say('error', `The metrics cannot be told: ${fault}`);
      respond(response, 500);
    }
  });
  server.on('error', (fault) => {
    writeSync(2, `Accord cannot serve metrics on ${host}, port ${port}: ${fault.message}\n`);
    process.exit(1);
  });
  server.listen(port, host);
  server.unref();
}

function readToken() {
  const path = process.env.ACCORD_METRICS_TOKEN_FILE;
  return process.env.ACCORD_METRICS_TOKEN || (path && readFileSync(path, 'utf8').trim());
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {Record<string, string>} headers
 */
function respond(response, status, headers = {}, body = '') {
  response.writeHead(status, { 'Cache-Control': 'no-store', ...headers }).end(body);
}

/** @type {(given: string, wanted: string) => boolean} */
function isSame(given, wanted) {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(/** @type {Buffer} */ (one), /** @type {Buffer} */ (other));
}

/**
 * The metrics of this process, which `measureProcess` of lib/metrics/process-metrics.ts has left here.
 * @returns {Promise<object[]>}
 */
export const ownMetrics = async () =>
  (await /** @type {any} */ (globalThis)[Symbol.for('accord.collect-metrics')]?.()) ?? [];

const question = 'accord: metrics';

/** Answers the first process, as one of its workers. */
export function answerForMetrics() {
  process.on('message', async (message) => {
    if (message === question) process.send?.({ [question]: await ownMetrics() });
  });
}

/**
 * Asks every worker. One that does not answer in time is left out, as one that has just died would be.
 * @param {import('node:cluster').Worker[]} workers
 */
export async function metricsOf(workers) {
  const answers = await Promise.all(workers.filter((worker) => worker.isConnected()).map(ask));
  return answers.filter((answer) => answer !== undefined);
}

/** @type {(worker: import('node:cluster').Worker) => Promise<object[] | undefined>} */
const ask = (worker) =>
  new Promise((resolve) => {
    /** @param {object[]} [metrics] */
    const end = (metrics) => {
      clearTimeout(tooLong);
      worker.off('message', take);
      resolve(metrics);
    };
    /** @param {any} answer */
    const take = (answer) => answer?.[question] && end(answer[question]);
    const tooLong = setTimeout(end, patience);
    worker.on('message', take);
    worker.send(question, (fault) => fault && end());
  });
