import type { NextRequest } from 'next/server';
import { listSignedIn } from '../dashboard/find-customer.ts';
import type { Provider } from '../registry/provider.ts';
import { type Database, orUnavailable } from '../storage/database.ts';

/** The bank of a customer's page whose address names none: the one where they are signed in. */
export async function providerOfVisit(
  db: Database,
  { nextUrl: { searchParams: query }, cookies }: NextRequest,
  path: string,
  now: number,
): Promise<Provider | undefined> {
  if (!path.startsWith('/consents') || query.has('provider_id')) return undefined;
  return orUnavailable(
    async () => (await listSignedIn(db, cookies, now))[0]?.provider,
    () => undefined,
  );
}
