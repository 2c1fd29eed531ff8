import type pg from 'pg';
import { processWide } from '../process/process-wide.ts';

const pools = () => processWide('pools', () => new Set<pg.Pool>());

export const followPool = (pool: pg.Pool): void => void pools().add(pool);

/** Connections of this process that are in use or idle, and statements that wait for one; nothing with SQLite. */
export function poolCounts(): Record<string, number> {
  const all = [...pools()];
  if (all.length === 0) return {};
  const sum = (count: (pool: pg.Pool) => number) => all.reduce((total, pool) => total + count(pool), 0);
  return {
    used: sum(({ totalCount, idleCount }) => totalCount - idleCount),
    idle: sum(({ idleCount }) => idleCount),
    waiting: sum(({ waitingCount }) => waitingCount),
  };
}
