import type { Database } from './database.ts';
import { rowReader } from './row-reader.ts';
import { settingRow } from './schema.ts';

const readValue = rowReader('settings', settingRow.pick({ value: true }));

/** The stored value of a name; the first process to ask stores the one it proposes. */
export async function getOrCreateSetting(db: Database, name: string, proposed: string): Promise<string> {
  await db
    .insertInto('settings')
    .values({ name, value: proposed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirstOrThrow();
  return readValue(row).value;
}

export async function findSetting(db: Database, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  return row && readValue(row).value;
}

/** Stores the value of a name in place of whatever was there. */
export async function putSetting(db: Database, name: string, value: string): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
