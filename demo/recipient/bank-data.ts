import { z } from 'zod';

const basic = z.object({
  accountId: z.string(),
  accountNumberDisplay: z.string().optional(),
  productName: z.string().optional(),
  nickname: z.string().optional(),
});
const account = basic.extend({
  currency: z.object({ currencyCode: z.string() }),
  currentBalance: z.number().optional(),
});
const transaction = z.object({
  postedTimestamp: z.string(),
  description: z.string(),
  debitCreditMemo: z.enum(['DEBIT', 'CREDIT']),
  amount: z.number(),
});

const fetched = z.object({ account, transactions: z.array(transaction).optional() });
export interface BankData {
  accounts: z.infer<typeof fetched>[];
  /** What the bank answered to the request for an account that was not allowed. */
  refusal: { status: number };
}

// It is closed, so that no customer can allow it.
const neverAllowed = 'har-103';

/** What a recipient does with its token at a bank's FDX API: the accounts it may see, and one that it may not. */
export async function fetchBankData(resource: string, accessToken: string): Promise<BankData> {
  const get = (path: string) =>
    fetch(`${resource}/${path}`, {
      headers: { authorization: `Bearer ${accessToken}`, 'x-fapi-interaction-id': crypto.randomUUID() },
      signal: AbortSignal.timeout(5000),
    });
  const list = z.object({ accounts: z.array(basic) }).parse(await (await succeeded(get('accounts?limit=100'))).json());
  const accounts = await Promise.all(
    list.accounts.map(async ({ accountId }) => {
      const details = await succeeded(get(`accounts/${encodeURIComponent(accountId)}`));
      const history = await get(`accounts/${encodeURIComponent(accountId)}/transactions`);
      return {
        account: account.parse(await details.json()),
        transactions: history.ok
          ? z.object({ transactions: z.array(transaction) }).parse(await history.json()).transactions
          : undefined,
      };
    }),
  );
  const { status } = await get(`accounts/${neverAllowed}`);
  return { accounts, refusal: { status } };
}

async function succeeded(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  if (!response.ok) throw new Error(`the bank answered ${response.status}`);
  return response;
}
