import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { createDataApi } from './data-api.ts';
import { createIdentityProvider } from './identity-provider.ts';
import type { Acquaintance } from './registration.ts';
import { createSignIn } from './sign-in.ts';
import { createTokenReader } from './token-reader.ts';

/** The sample bank on a port of this machine: its sign-in, its identity provider and its data. */
export async function startBankServer(acquaintance: Acquaintance, port: number): Promise<Server> {
  const provider = await createIdentityProvider(acquaintance);
  const signIn = createSignIn(provider);
  const dataApi = createDataApi(provider, createTokenReader(acquaintance));
  const identityProvider = provider.callback();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/sign-in/')) return void signIn(request, response).catch(() => giveUp(response));
    if (path.startsWith('/fdx/v6/')) return void dataApi(request, response).catch(() => giveUp(response));
    return identityProvider(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  // A machine without IPv6 listens on what it has.
  const sixth = createServer(server.listeners('request')[0] as Parameters<typeof createServer>[1]);
  sixth.on('error', () => undefined);
  sixth.listen(port, '::1').unref();
  return server;
}

// A browser that leaves in the middle of a form ends its own request, not the bank.
function giveUp(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(500);
  response.end();
}
