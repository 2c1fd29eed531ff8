import { Counter, Histogram } from 'prom-client';
import { processWide } from '../process/process-wide.ts';
import { metrics } from './metrics.ts';

/** What is counted of an answered request. */
interface AnsweredRequest {
  method: string;
  path: string;
  status: number;
  seconds: number;
  outcome?: string | undefined;
  error?: string | undefined;
}

/** Counts a request under the address it was for; what a stranger makes up is counted as one. */
export function countRequest({ method, path, status, seconds, outcome, error }: AnsweredRequest): void {
  const counted = requestMetrics();
  if (!counted) return;
  const route = routeOf(path);
  counted.requests.inc({ route, method: methods.includes(method) ? method : 'other', status });
  counted.duration.observe({ route }, seconds);
  if (outcome !== undefined) counted.outcomes.inc({ route, outcome });
  if (error !== undefined) counted.errors.inc({ route, error });
}

const methods = ['GET', 'HEAD', 'POST', 'PUT'];

const requestMetrics = () =>
  processWide('request-metrics', () => {
    const register = metrics();
    if (!register) return undefined;
    const registers = [register];
    return {
      requests: new Counter({
        name: 'accord_requests_total',
        help: 'Requests that were answered',
        labelNames: ['route', 'method', 'status'],
        registers,
      }),
      duration: new Histogram({
        name: 'accord_request_duration_seconds',
        help: 'Time from the first byte of a request to the last of its answer',
        labelNames: ['route'],
        buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
        registers,
      }),
      outcomes: new Counter({
        name: 'accord_outcomes_total',
        help: 'Steps of journeys, decisions, tokens and their refusals, by what they came to',
        labelNames: ['route', 'outcome'],
        registers,
      }),
      errors: new Counter({
        name: 'accord_errors_total',
        help: 'Errors that recipients and banks were told',
        labelNames: ['route', 'error'],
        registers,
      }),
    };
  });

const ids = /^\/(consents|fdx\/v6\/consents|sign-in\/callback)\/[^/]+/;
const routes = [
  /^\/(authorize|sign-in|sign-in\/bank|sign-out|sign-out\/callback|consents|consents\/stop|problem)?$/,
  /^\/(consents\/\{id\})(\/(stop|change|receipt|receipt\.jws))?$/,
  /^\/(fdx\/v6\/consents\/\{id\})(\/revocation)?$/,
  /^\/sign-in\/callback\/\{id\}$/,
  /^\/(token|par|introspect|revoke|jwks|openapi\.json|health|health\/live|health\/ready)$/,
  /^\/\.well-known\/(oauth-authorization-server|openid-configuration)$/,
];

function routeOf(path: string): string {
  const route = path === '/consents/stop' ? path : path.replace(ids, '/$1/{id}');
  return routes.some((known) => known.test(route)) ? route : 'other';
}
