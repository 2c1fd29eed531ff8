import { isPostgresUnavailable } from './postgres.ts';

// SQLITE_ABORT, _BUSY, _LOCKED, _READONLY, _IOERR, _FULL, _CANTOPEN: the next attempt may well succeed.
const passing = new Set([4, 5, 6, 8, 10, 13, 14]);

/** True for a database that is locked, full or out of reach, which is an outcome for the customer and no fault of ours. */
export function isUnavailable(fault: unknown): boolean {
  const code = (fault as { errcode?: unknown } | undefined)?.errcode;
  return typeof code === 'number' ? passing.has(code & 0xff) : isPostgresUnavailable(fault);
}

type Unavailable = { outcome: 'unavailable' };

/**
 * Does a piece of work; where the database is unavailable it comes to what `instead` says, or to an outcome of that name.
 * Any other fault is thrown.
 */
export async function orUnavailable<Result, Instead = Unavailable>(
  work: () => Promise<Result>,
  instead: () => Instead | Promise<Instead> = () => ({ outcome: 'unavailable' }) as Instead,
): Promise<Result | Instead> {
  try {
    return await work();
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return instead();
  }
}
