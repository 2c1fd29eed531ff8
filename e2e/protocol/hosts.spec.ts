import { hosts, startHost } from '../servers/host.ts';
import { discardServer, type Server } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { type Granted, grant } from '../support/granted.ts';
import { type Answer, call } from '../support/http-call.ts';
import { machineCalls } from '../support/machine-calls.ts';

test.describe.configure({ mode: 'default' });

/** Each host, on one issuer, one secret and one database, and a consent that it alone may end. */
let served: { server: Server; own: Granted }[];
let kept: Granted;

test.beforeAll(async () => {
  const server = await startHost('server.js');
  const { issuer, secret, directory } = server;
  const framework = await startHost('next start', { issuer, secret, directory });
  kept = await grant(server);
  served = [
    { server, own: await grant(server, {}, 'noah') },
    { server: framework, own: await grant(server, {}, 'amara') },
  ];
});
test.afterAll(() => Promise.all(served.map(({ server }) => discardServer(server))));

for (const [name, write] of Object.entries(machineCalls))
  test(`${name} is answered alike by ${hosts.join(' and ')}`, async () => {
    const [ours, frameworks] = await Promise.all(
      served.map(async ({ server, own }) => comparable(await call(server.origin, write({ kept, own })))),
    );
    expect(frameworks).toEqual(ours);
  });

/** An answer without what no two answers share. */
function comparable({ status, headers, text }: Answer) {
  const { date: _, connection: __, 'keep-alive': ___, ...compared } = headers;
  for (const [name, value] of Object.entries(compared))
    compared[name] = String(value).replace(/^[\w-]{43}$|^[\da-f]{8}-[\da-f-]{27}$|(?<='nonce-)[\w-]{43}/, '(its own)');
  // Tokens of two consents are not of one length.
  if (compared['content-length'] === String(Buffer.byteLength(text))) compared['content-length'] = 'true';
  const itsOwn = /(?<="(?:access_token|refresh_token|request_uri|grant_id)":"|nonce=")[^"]+/g;
  return { status, headers: compared, body: text.replace(itsOwn, '(its own)') };
}
