import { Gauge } from 'prom-client';
import { registryInForce } from '../registry/current.ts';
import { poolCounts } from '../storage/pool-counts.ts';
import { metrics } from './metrics.ts';

/** What this process is asked about when it is measured: its registry, and its connections to the database. */
export function measureProcess(): void {
  const register = metrics();
  if (!register) return;
  const registers = [register];
  new Gauge({
    name: 'accord_registry_info',
    help: 'Processes that go by the registry of this SHA-256',
    labelNames: ['sha256'],
    registers,
    collect() {
      this.reset();
      this.set({ sha256: registryInForce().sha256 }, 1);
    },
  });
  new Gauge({
    name: 'accord_registry_refused',
    help: 'Processes that found their registry file wrong and have kept the one before',
    registers,
    collect() {
      this.set(registryInForce().isFileRefused ? 1 : 0);
    },
  });
  new Gauge({
    name: 'accord_recipients',
    help: 'Recipients of the registry by status',
    labelNames: ['status'],
    aggregator: 'max',
    registers,
    collect() {
      const recipients = [...registryInForce().registry.recipients.values()];
      for (const known of ['active', 'suspended'])
        this.set({ status: known }, recipients.filter(({ status }) => status === known).length);
    },
  });
  new Gauge({
    name: 'accord_database_connections',
    help: 'Connections to PostgreSQL, and requests that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(poolCounts())) this.set({ state }, count);
    },
  });
  Object.assign(globalThis, { [Symbol.for('accord.collect-metrics')]: () => register.getMetricsAsJSON() });
}
