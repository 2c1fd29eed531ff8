import { apiAnswer } from '../http/api-answer.ts';
import type { ApiAnswer } from '../http/api-exchange.ts';
import { log } from '../log/log.ts';
import { processWide } from '../process/process-wide.ts';
import type { Database } from '../storage/database.ts';
import { putSetting } from '../storage/settings.ts';

/** Seconds that an answer is good for: whoever asks more often causes no more writes. */
const life = 2;

interface Probe {
  until: number;
  isReady: Promise<boolean>;
}

/** 200 while a write succeeds, and so a customer could sign in and allow: the database is there, not full, no standby. */
export async function answerReady(db: Database, now: number): Promise<ApiAnswer> {
  const probes = processWide('readiness', () => new WeakMap<Database, Probe>());
  const kept = probes.get(db);
  const probe = kept && now < kept.until ? kept : { until: now + life, isReady: canWrite(db, now) };
  probes.set(db, probe);
  return (await probe.isReady) ? apiAnswer({ status: 'ok' }) : apiAnswer({ status: 'unavailable' }, 503);
}

async function canWrite(db: Database, now: number): Promise<boolean> {
  try {
    await putSetting(db, 'last-readiness-probe', String(now));
    return true;
  } catch (fault) {
    log().warn({ reason: (fault as Error).message }, 'not ready: nothing can be written');
    return false;
  }
}
