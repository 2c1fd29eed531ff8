import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { discardServer, startServer } from '../servers/server.ts';
import { secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { Visitor } from '../support/visitor.ts';

test('SIGTERM ends the server with 0, after the answer that is under way', async () => {
  const server = await startServer();
  try {
    const code = await new Visitor(server.origin).obtainCode('noah');
    const form = { grant_type: 'authorization_code', code, redirect_uri: 'http://127.0.0.1:9999/callback' };
    const body = new URLSearchParams(form).toString();
    const exchange = request(`${server.origin}/token`, {
      method: 'POST',
      // As a reverse proxy would keep it.
      agent: new Agent({ keepAlive: true }),
      headers: {
        authorization: `Basic ${btoa(`budget-buddy:${secretOfBudgetBuddy}`)}`,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': body.length,
        expect: '100-continue',
      },
    });
    // The server has the request in hand when it asks for the rest.
    exchange.flushHeaders();
    await once(exchange, 'continue');
    const ended = server.end('SIGTERM');
    await expect.poll(() => isRefused(server.port), { timeout: 5000 }).toBe(true);
    exchange.end(body);
    const [response] = await once(exchange, 'response');
    response.resume();
    expect(response.statusCode).toBe(200);
    expect(await ended, 'exit code').toBe(0);
  } finally {
    await discardServer(server);
  }
});

/** True when nobody listens at the port any more. */
async function isRefused(port: number): Promise<boolean> {
  const probe = request({ host: '127.0.0.1', port, path: '/health', agent: false }).end();
  const outcome = await Promise.race([
    once(probe, 'response').then(([response]) => response.resume()),
    once(probe, 'error').then(() => 'refused'),
  ]).catch((fault) => (fault.code === 'ECONNREFUSED' ? 'refused' : fault));
  return outcome === 'refused';
}
