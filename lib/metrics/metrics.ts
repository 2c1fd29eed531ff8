import { collectDefaultMetrics, Registry } from 'prom-client';
import { environment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';

/** The metrics of this process in Prometheus' model; undefined where nobody has a port to read them at. */
export const metrics = (): Registry | undefined =>
  environment().metricsPort === undefined
    ? undefined
    : processWide('metrics', () => {
        const registry = new Registry();
        collectDefaultMetrics({ register: registry });
        return registry;
      });
