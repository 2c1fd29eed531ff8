import { Histogram } from 'prom-client';
import { processWide } from '../process/process-wide.ts';
import { metrics } from './metrics.ts';

const bankDuration = () =>
  processWide('bank-metrics', () => {
    const register = metrics();
    return (
      register &&
      new Histogram({
        name: 'accord_bank_request_duration_seconds',
        help: 'Time that a bank took to answer, or not to',
        labelNames: ['host', 'status'],
        buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
        registers: [register],
      })
    );
  });

/** Takes the time of a request to a bank; `failed` stands for no answer at all. */
export async function timeBank(address: string | URL, ask: () => Promise<Response>): Promise<Response> {
  const end = bankDuration()?.startTimer({ host: new URL(address).host });
  try {
    const answer = await ask();
    end?.({ status: String(answer.status) });
    return answer;
  } catch (fault) {
    end?.({ status: 'failed' });
    throw fault;
  }
}
