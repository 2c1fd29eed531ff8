// Plain JavaScript, so that no process carries a compiler.
import cluster from 'node:cluster';
import module from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { printJsonOnly } from './server/json-output.js';
import { refuseUnlessReady } from './server/readiness.js';

const isDevelopment = process.argv.includes('--dev');
refuseUnlessReady(isDevelopment);
// A developer reads the framework's own words.
if (!isDevelopment) printJsonOnly();

// It says that the registry is to be read again, and never ends a process, not even one that is just starting.
if (!isDevelopment) process.on('SIGHUP', () => undefined);

// Before the framework is loaded: what was compiled at an earlier start is not compiled again.
module.enableCompileCache(join(import.meta.dirname, '.next/cache/compile'));

const port = Number(process.env.PORT || 3000);
// Loopback unless told otherwise: a reverse proxy stands in front.
const hosts = (process.env.HOST || '127.0.0.1,::1').split(',');
const workers = Number(process.env.ACCORD_WORKERS || availableParallelism());

if (cluster.isPrimary && workers > 1) {
  const { supervise } = await import('./server/supervise.js');
  await supervise({ workers, port });
} else {
  const { serve } = await import('./server/serve.js');
  await serve({ port, hosts, isDevelopment });
}
