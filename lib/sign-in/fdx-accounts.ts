import { z } from 'zod';
import { log } from '../log/log.ts';
import { type Account, accountCategories, accountStatuses } from '../registry/account.ts';

/** Seconds for the whole list, and the most that is read of it. */
const patience = 10;
const mostPages = 20;

const currency = z.union([z.string(), z.object({ currencyCode: z.string() }).transform((it) => it.currencyCode)]);
const label = z.string().trim().min(1).max(300);

/** An account as FDX describes it; a status that is not known here is one that cannot be shared. */
const fdxAccount = z.object({
  accountId: z.string().regex(/^[\x21-\x7e]{1,256}$/),
  accountCategory: z.enum(accountCategories),
  accountType: label.default('OTHER'),
  accountNumberDisplay: label,
  productName: label.optional(),
  nickname: label.optional(),
  status: z.enum(accountStatuses).catch('RESTRICTED').default('OPEN'),
  currency: currency.pipe(z.string().regex(/^[A-Z]{3}$/)).default('CAD'),
  relationship: z.string().max(60).optional(),
});

const page = z.object({
  page: z.object({ nextOffset: z.string().min(1).nullish() }).nullish(),
  accounts: z.array(fdxAccount),
});

export type AccountList = { outcome: 'listed'; accounts: Account[] } | { outcome: 'unavailable' };

/** All accounts of the customer whose token it is: `GET {base_uri}/accounts` of FDX, page by page, in ten seconds. */
export async function listFdxAccounts(
  baseUri: string,
  { accessToken, correlationId }: { accessToken: string; correlationId: string },
): Promise<AccountList> {
  const headers = {
    Authorization: `Bearer ${accessToken}`,
    Accept: 'application/json',
    'x-fapi-interaction-id': correlationId,
  };
  const signal = AbortSignal.timeout(patience * 1000);
  const accounts = new Map<string, Account>();
  try {
    let offset: string | null | undefined;
    for (let read = 0; read < mostPages; read += 1) {
      const address = new URL(`${baseUri.replace(/\/$/, '')}/accounts`);
      address.searchParams.set('resultType', 'lightweight');
      if (offset) address.searchParams.set('offset', offset);
      // A token is for this address: where it would be redirected to, it is not sent.
      const answer = await fetch(address, { headers, signal, redirect: 'error' });
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      const listed = page.parse(await answer.json());
      for (const account of listed.accounts) accounts.set(account.accountId, account);
      offset = listed.page?.nextOffset;
      if (!offset) return { outcome: 'listed', accounts: [...accounts.values()] };
    }
    throw new Error(`more than ${mostPages} pages`);
  } catch (fault) {
    const paths = fault instanceof z.ZodError ? fault.issues.map(({ path }) => path.join('.')) : undefined;
    log().warn({ reason: paths ?? (fault as Error).message }, 'the list of accounts cannot be read');
    return { outcome: 'unavailable' };
  }
}
