import { randomToken } from '../keys/random-token.ts';
import { pairwiseSubject } from '../oauth/pairwise-subject.ts';
import { processWide } from '../process/process-wide.ts';
import type { Consent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { getOrCreateSetting } from '../storage/settings.ts';

/** The customer of a consent as its recipient knows them, and no other recipient (OpenID Connect Core §8.1). */
export const subjectOf = async (
  db: Database,
  { clientId, providerId, sub }: Pick<Consent, 'clientId' | 'providerId' | 'sub'>,
): Promise<string> => pairwiseSubject(await pairwiseSalt(db), clientId, providerId, sub);

// Made once for a database, and never changed.
async function pairwiseSalt(db: Database): Promise<string> {
  const salts = processWide('pairwise-salts', () => new WeakMap<Database, string>());
  const salt = salts.get(db) ?? (await getOrCreateSetting(db, 'pairwise_salt', randomToken()));
  salts.set(db, salt);
  return salt;
}
