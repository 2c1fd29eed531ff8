// Plain JavaScript, so that no process carries a compiler.
import cluster from 'node:cluster';
import { availableParallelism } from 'node:os';
import { serve } from './server/serve.js';
import { supervise } from './server/supervise.js';

const port = Number(process.env.PORT || 3000);
// Loopback unless told otherwise: a reverse proxy stands in front.
const hosts = (process.env.HOST || '127.0.0.1,::1').split(',');
const workers = Number(process.env.ACCORD_WORKERS || availableParallelism());

if (cluster.isPrimary && workers > 1) supervise({ workers, port });
else await serve({ port, hosts, isDevelopment: process.argv.includes('--dev') });
