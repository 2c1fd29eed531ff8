import { describe, expect, it } from 'vitest';
import { isUnavailable, orUnavailable } from './unavailable.ts';

const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });
const broken = Object.assign(new Error('no such table'), { errcode: 1 });

describe('work on a database', () => {
  it('comes to its own outcome', async () => {
    expect(await orUnavailable(async () => ({ outcome: 'done' }))).toEqual({ outcome: 'done' });
  });

  it('comes to one of its own kind where the database is unavailable, also before it has begun', async () => {
    expect(await orUnavailable(() => Promise.reject(full))).toEqual({ outcome: 'unavailable' });
    const thrown = () => {
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    };
    expect(await orUnavailable(thrown)).toEqual({ outcome: 'unavailable' });
  });

  it('is a fault where anything else is wrong', async () => {
    await expect(orUnavailable(() => Promise.reject(broken))).rejects.toBe(broken);
    await expect(orUnavailable(() => Promise.reject(undefined))).rejects.toBe(undefined);
  });
});

describe('a fault', () => {
  // SQLite's extended codes say more in their upper bits: SQLITE_BUSY_SNAPSHOT, SQLITE_IOERR_WRITE.
  for (const errcode of [5, 6, 8, 10, 13, 14, 517, 778])
    it(`of SQLite with ${errcode} is one of an unavailable database`, () =>
      expect(isUnavailable(Object.assign(new Error(), { errcode }))).toBe(true));

  for (const code of ['08006', '40001', '40P01', '53300', '55P03', '57P01', '25006'])
    it(`of PostgreSQL with ${code} is one of an unavailable database`, () =>
      expect(isUnavailable(Object.assign(new Error(), { code }))).toBe(true));

  for (const code of ['23505', '42P01', '22001'])
    it(`of PostgreSQL with ${code} is one of ours`, () =>
      expect(isUnavailable(Object.assign(new Error(), { code }))).toBe(false));
});
