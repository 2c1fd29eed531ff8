import { type OwnPostgres, startOwnPostgres } from '../../scripts/postgres.ts';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { budgetBuddy, grant, introspect, mapleOperations, refresh } from '../support/granted.ts';
import { call } from '../support/http-call.ts';
import { redeem } from '../support/token-request.ts';
import { Visitor } from '../support/visitor.ts';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

for (const kind of ['SQLite', 'PostgreSQL'] as const)
  test.describe(`on ${kind}`, () => {
    let server: Server;
    let postgres: OwnPostgres | undefined;
    test.beforeAll(async () => {
      if (kind === 'PostgreSQL') {
        postgres = await startOwnPostgres({ isDurable: false });
        if (!postgres) throw new Error('There is no PostgreSQL here, and none can be installed.');
      }
      server = await startServer({ workers: 2, ...(postgres && { databaseUrl: postgres.url }) });
    });
    test.afterAll(async () => {
      if (server) await discardServer(server);
      postgres?.stop();
    });

    /** Ends a consent as the provider's operator; gives the status. */
    async function end(consentId: string): Promise<number> {
      const { status } = await call(server.origin, {
        method: 'PUT',
        path: `/fdx/v6/consents/${consentId}/revocation`,
        headers: { authorization: `Basic ${btoa(mapleOperations.join(':'))}`, 'content-type': 'application/json' },
        body: JSON.stringify({ reason: 'BUSINESS_RULE', initiator: 'DATA_PROVIDER' }),
      });
      return status;
    }

    const isActive = async (token: unknown) => (await introspect(server, String(token))).json.active;

    test('a consent that is ended ten times at once ends once', async () => {
      const { consentId } = await grant(server);
      const statuses = await Promise.all(times(10).map(() => end(consentId)));
      expect(statuses.sort()).toEqual([204, ...Array(9).fill(409)]);
    });

    test('T12 whatever comes of refreshing while it is ended, no token of it lives on', async () => {
      for (const round of times(5)) {
        const { consentId, refreshToken } = await grant(server);
        const [, ...answers] = await Promise.all([
          end(consentId),
          ...times(6).map(() => refresh(server, refreshToken)),
        ]);
        for (const { status, json } of answers) {
          expect([200, 400], `round ${round}`).toContain(status);
          if (status === 400) expect(json.error).toBe('invalid_grant');
          else expect(await isActive(json.access_token)).toBe(false);
        }
        expect((await refresh(server, refreshToken)).json.error).toBe('invalid_grant');
      }
    });

    test('K3 whatever comes of a code that is exchanged while the customer stops, nothing of it lives on', async () => {
      for (const round of times(5)) {
        const visitor = new Visitor(server.origin);
        const code = await visitor.obtainCode('noah');
        const list = await visitor.get('/consents?provider_id=1000&language=en');
        const [, path = ''] = /href="(\/consents\/[\w-]+\/stop)\?/.exec(list.text) ?? [];
        const form = { code, redirect_uri: 'http://127.0.0.1:9999/callback' };
        const [exchanged, stopped] = await Promise.all([
          redeem(server.origin, { basic: budgetBuddy, form }),
          visitor.post(`${path}?provider_id=1000`, { decision: 'stop' }),
        ]);
        expect(stopped.status, `round ${round}`).toBe(303);
        if (exchanged.status === 200) {
          expect(await isActive(exchanged.json.access_token)).toBe(false);
          expect((await refresh(server, String(exchanged.json.refresh_token))).json.error).toBe('invalid_grant');
        } else expect(exchanged.json.error).toBe('invalid_grant');
      }
    });

    test('a consent that is changed while it is refreshed goes on in one branch, or not at all', async () => {
      for (const round of times(5)) {
        const visitor = new Visitor(server.origin);
        const form = { code: await visitor.obtainCode('noah'), redirect_uri: 'http://127.0.0.1:9999/callback' };
        const { json } = await redeem(server.origin, { basic: budgetBuddy, form });
        const list = await visitor.get(`/consents/${json.grant_id}/change?provider_id=1000`);
        const [, account = ''] = /name="account"[^>]*value="([^"]+)"/.exec(list.text) ?? [];
        const answers = await Promise.all([
          visitor.post(`/consents/${json.grant_id}/change?provider_id=1000`, { decision: 'change', account }),
          ...times(4).map(() => refresh(server, String(json.refresh_token))),
        ]);
        expect(answers[0]?.status, `round ${round}`).toBe(303);
        const last = await refresh(server, String(json.refresh_token));
        expect(last.status, `round ${round}`).toBe(200);
        expect(last.json.scope).toBe('ACCOUNT_BASIC');
        expect(last.json.grant_id).not.toBe(json.grant_id);
      }
    });
  });
