import { setTimeout as wait } from 'node:timers/promises';
import { undoneWithAnother } from './group-commit.ts';

/** Milliseconds to wait at most before each further attempt; each waits a part by chance, so that those who met part. */
const waits = [10, 20, 40, 80, 160, 320, 640];

/**
 * Does a piece of work again that PostgreSQL has undone because several stood in each other's way (deadlock 40P01,
 * serialization failure 40001), or SQLite together with another that failed. Whatever else happens may have been stored, so it is not repeated here; the statements
 * of this server are such that who asks again comes to the same end.
 */
export async function repeatUndone<Result>(work: () => Promise<Result>): Promise<Result> {
  for (const milliseconds of waits)
    try {
      return await work();
    } catch (fault) {
      if (!isUndone(fault)) throw fault;
      await wait(Math.random() * milliseconds);
    }
  return work();
}

function isUndone(fault: unknown): boolean {
  const { code, errcode } = (fault ?? {}) as { code?: string; errcode?: number };
  return ['40P01', '40001'].includes(code ?? '') || errcode === undoneWithAnother;
}
