import { type Bank, bankSecret, honest, startBank } from '../servers/bank.ts';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { test } from './fixtures.ts';
import { writeRegistry } from './registry.ts';

/** The registration of a bank that signs its customers in itself. */
export const harbour = (issuer: string, signIn: object = {}) => ({
  provider_id: '3000',
  name: 'Harbour Trust',
  'name#fr': 'Fiducie du Havre',
  'name_with_article#fr': 'la Fiducie du Havre',
  sign_in: {
    type: 'oidc',
    issuer,
    client_id: 'accord',
    client_secret_env: 'HARBOUR_SECRET',
    scope: 'openid profile accounts:read',
    max_age: 300,
    acr_values: 'mfa',
    ...signIn,
  },
  accounts: { type: 'fdx', base_uri: `${issuer}/fdx/v6` },
});

/** The sample world with a bank of its own sign-in page, at that address. */
export const registryWithHarbour = (issuer: string, signIn?: object): string =>
  writeRegistry(({ providers }) => {
    providers.push(harbour(issuer, signIn));
  });

export const startServerWithHarbour = (issuer: string): Promise<Server> =>
  startServer({ registry: registryWithHarbour(issuer), variables: { HARBOUR_SECRET: bankSecret } });

/** A bank and a server that knows it, for all tests of a file; each begins with an honest bank that was asked nothing. */
export function withHarbour(): { bank: Bank; server: Server } {
  const harbour = {} as { bank: Bank; server: Server };
  test.beforeAll(async () => {
    harbour.bank = await startBank();
    harbour.server = await startServerWithHarbour(harbour.bank.issuer);
  });
  test.afterAll(async () => {
    await discardServer(harbour.server);
    await harbour.bank.close();
  });
  test.beforeEach(() => {
    harbour.bank.behaviour = honest(harbour.bank.sign);
    harbour.bank.asked.length = 0;
  });
  return harbour;
}
