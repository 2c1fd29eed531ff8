import type { Database } from './database.ts';

/** The stored value of a name; the first process to ask stores the one it proposes. */
export async function settle(db: Database, name: string, proposed: string): Promise<string> {
  await db
    .insertInto('settings')
    .values({ name, value: proposed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirstOrThrow();
  return value;
}
