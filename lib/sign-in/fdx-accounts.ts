import { z } from 'zod';
import { log } from '../log/log.ts';
import { type Account, accountLimit } from '../registry/account.ts';
import { AnswerTooLong, cappedFetch } from './capped-fetch.ts';
import { readFdxAccount } from './fdx-account.ts';

/** Seconds for the whole list, and the most that is read of it. */
const patience = 10;
const mostPages = 50;

const page = z.object({
  page: z.object({ nextOffset: z.string().min(1).nullish() }).nullish(),
  accounts: z.array(z.unknown()),
});

export type AccountList =
  | { outcome: 'listed'; accounts: Account[] }
  | { outcome: 'too-long' }
  | { outcome: 'unavailable' };

interface Asking {
  accessToken: string;
  correlationId: string;
}

/**
 * All accounts of the customer whose token it is: `GET {base_uri}/accounts` of FDX, page by page, in ten seconds. One that
 * is not as it should be is left out, and the customer chooses among the others.
 */
export async function listFdxAccounts(baseUri: string, asking: Asking): Promise<AccountList> {
  try {
    return await readPages(baseUri, asking);
  } catch (fault) {
    const paths = fault instanceof z.ZodError ? fault.issues.map(({ path }) => path.join('.')) : undefined;
    log().warn({ reason: paths ?? (fault as Error).message }, 'the list of accounts cannot be read');
    return { outcome: fault instanceof AnswerTooLong ? 'too-long' : 'unavailable' };
  }
}

async function readPages(baseUri: string, { accessToken, correlationId }: Asking): Promise<AccountList> {
  const headers = {
    Authorization: `Bearer ${accessToken}`,
    Accept: 'application/json',
    'x-fapi-interaction-id': correlationId,
  };
  const signal = AbortSignal.timeout(patience * 1000);
  const listed: unknown[] = [];
  let offset: string | null | undefined;
  for (let read = 0; read < mostPages; read += 1) {
    const address = new URL(`${baseUri.replace(/\/$/, '')}/accounts`);
    address.searchParams.set('resultType', 'lightweight');
    if (offset) address.searchParams.set('offset', offset);
    // A token is for this address: where it would be redirected to, it is not sent.
    const answer = await cappedFetch(address, { headers, signal, redirect: 'error' });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    const { accounts, page: next } = page.parse(await answer.json());
    listed.push(...accounts);
    if (listed.length > accountLimit) throw new AnswerTooLong(`more than ${accountLimit} accounts`);
    offset = next?.nextOffset;
    if (!offset) return sortOut(listed);
  }
  throw new AnswerTooLong(`more than ${mostPages} pages`);
}

/** The accounts that can be shown, each once. */
function sortOut(listed: unknown[]): AccountList {
  const read = listed.map(readFdxAccount);
  const odd = read.flatMap((one) => ('odd' in one ? one.odd : []));
  if (odd.length > 0) log().warn({ reason: [...new Set(odd)] }, 'some accounts of a list are left out');
  const accounts = new Map(read.flatMap(({ account }) => (account ? [[account.accountId, account]] : [])));
  return { outcome: 'listed', accounts: [...accounts.values()] };
}
