import { once } from 'node:events';
import { createServer } from 'node:http';

/** An authorization server that says of itself what Accord says, and answers at /token as it is told. */
export interface FakeAccord {
  issuer: string;
  tokenRequests: string[];
  tokenAnswer: { status: number; body: string };
  close(): Promise<void>;
}

export async function startFakeAccord(): Promise<FakeAccord> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.url === '/token') {
      fake.tokenRequests.push(body);
      response.writeHead(fake.tokenAnswer.status, { 'content-type': 'application/json' });
      return response.end(fake.tokenAnswer.body);
    }
    const { issuer } = fake;
    response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(
      JSON.stringify({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        authorization_response_iss_parameter_supported: true,
      }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const fake: FakeAccord = {
    issuer: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    tokenRequests: [],
    tokenAnswer: { status: 500, body: 'Internal Server Error' },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return fake;
}
