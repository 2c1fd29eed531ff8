import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { type BankAccount, type BankCustomer, findAccount, findCustomer } from './customers.ts';
import { accountListScope } from './identity-provider.ts';
import type { TokenReader } from './token-reader.ts';

/** FDX's error body. */
interface ApiError {
  status: 400 | 401 | 403 | 404 | 405 | 503;
  code: string;
  message: string;
  challenge?: string;
}

type Answer = { status: 200; body: unknown } | ApiError;

const notAuthenticated: ApiError = {
  status: 401,
  code: '603',
  message: 'The access token is missing, unknown or over',
  challenge: 'Bearer error="invalid_token"',
};
const notAllowed: ApiError = {
  status: 403,
  code: '602',
  message: 'The customer has not allowed this',
  challenge: 'Bearer error="insufficient_scope"',
};
const notFound: ApiError = { status: 404, code: '1107', message: 'There is no such data' };
const onlyRead: ApiError = { status: 405, code: '405', message: 'Data can only be read here, with GET' };

/**
 * The bank's FDX v6 API. The list of a customer's accounts is for Accord, by a token of the bank's own; data is for
 * recipients, by a token that Accord issued, and of the accounts and clusters that the customer allowed alone.
 */
export function createDataApi(provider: Provider, readToken: TokenReader) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bank');
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
    const path = pathname.slice('/fdx/v6/'.length).split('/');
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const answer = isRead
      ? await find(path, searchParams, token).catch(
          (): ApiError => ({ status: 503, code: '500', message: 'Try again in a moment' }),
        )
      : onlyRead;
    const { 'x-fapi-interaction-id': interactionId = randomUUID() } = request.headers;
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-fapi-interaction-id': interactionId,
      ...(!isRead && { allow: 'GET, HEAD' }),
      ...('challenge' in answer && answer.challenge && { 'www-authenticate': answer.challenge }),
    });
    response.end(
      JSON.stringify('body' in answer ? answer.body : { code: answer.code, message: answer.message }, undefined, 1),
    );
  };

  async function find(path: string[], query: URLSearchParams, token: string | undefined): Promise<Answer> {
    if (!token) return { ...notAuthenticated, challenge: 'Bearer' };
    const [collection, id, part, ...more] = path;
    if (more.length > 0) return notFound;
    const isList = collection === 'accounts' && id === undefined;
    if (isList) {
      const upstream = await provider.AccessToken.find(token);
      if (upstream?.isValid && upstream.scope?.split(' ').includes(accountListScope))
        return listAccounts(findCustomer(upstream.accountId)?.accounts ?? [], query);
    }
    const granted = await readToken(token);
    if (!granted) return notAuthenticated;
    if (isList) {
      const allowed = [...granted.accounts.keys()].flatMap((accountId) => findAccount(accountId)?.account ?? []);
      return listAccounts(allowed, query);
    }
    if (collection === 'customers' && id === 'current' && part === undefined) {
      const [anyAccount = ''] = granted.accounts.keys();
      const found = findAccount(anyAccount);
      if (!found || granted.customer.length === 0) return notAllowed;
      return customerOf(found.customer, granted.customer.includes('CUSTOMER_PERSONAL'));
    }
    if (collection !== 'accounts' || id === undefined) return notFound;
    // Another account and one that does not exist are told alike; no account's id needs escaping.
    const clusters = granted.accounts.get(id);
    const found = clusters && findAccount(id)?.account;
    if (!clusters || !found) return notAllowed;
    if (part === undefined) return { status: 200, body: detailsOf(found, clusters.includes('ACCOUNT_DETAILED')) };
    if (part !== 'transactions') return notFound;
    if (!clusters.includes('TRANSACTIONS')) return notAllowed;
    return { status: 200, body: { page: {}, transactions: found.transactions } };
  }
}

function listAccounts(accounts: readonly BankAccount[], query: URLSearchParams): Answer {
  const [offset, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 2)];
  if (!Number.isInteger(offset) || offset < 0 || !Number.isInteger(limit) || limit < 1 || limit > 100)
    return { status: 400, code: '400', message: 'offset and limit must be whole numbers, limit 1 to 100' };
  const next = offset + limit;
  return {
    status: 200,
    body: {
      page: next < accounts.length ? { nextOffset: String(next), total: accounts.length } : { total: accounts.length },
      accounts: accounts.slice(offset, next).map((account) => detailsOf(account, false)),
    },
  };
}

function detailsOf(account: BankAccount, isDetailed: boolean) {
  const { transactions: _, currentBalance, availableBalance, ...basic } = account;
  return isDetailed ? { ...basic, currentBalance, availableBalance } : basic;
}

// Either cluster tells the contact; the personal one the date of birth too.
const customerOf = ({ customerId, name, email, dateOfBirth }: BankCustomer, isPersonal: boolean): Answer => ({
  status: 200,
  body: { customerId, name, email: [email], ...(isPersonal && { dateOfBirth }) },
});
