import { describe, expect, it } from 'vitest';
import { matchesRedirectUri, redirectUri } from './redirect-uri.ts';

const isRegistrable = (uri: string) => redirectUri.safeParse(uri).success;

const _address = (host: string, port: number | undefined, path: string) =>
  `http://${host}${port === undefined ? '' : `:${port}`}${path}`;

describe('a redirect URI at registration', () => {
  it.each([
    'https://budget.example/callback',
    'https://budget.example:8443/callback?tenant=7',
    'https://budget.example',
    'http://127.0.0.1/callback',
    'http://127.0.0.1:9999/callback',
    'http://[::1]:9999/callback',
    'http://localhost:3000/callback',
    'com.example.cashflow:/callback',
  ])('A4 is taken: %s', (uri) => expect(isRegistrable(uri)).toBe(true));

  it.each([
    ['http on another machine', 'http://budget.example/callback'],
    ['http on another address', 'http://127.0.0.2/callback'],
    ['http on a host that only begins like this machine', 'http://localhost.evil.example/callback'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,hello'],
    ['a file', 'file:///etc/passwd'],
    ['ftp', 'ftp://budget.example/callback'],
    ['a private-use scheme without a dot', 'cashflow:/callback'],
    ['with a fragment', 'https://budget.example/callback#part'],
    ['with an empty fragment', 'https://budget.example/callback#'],
    ['with a wildcard host', 'https://*.budget.example/callback'],
    ['with a wildcard path', 'https://budget.example/*'],
    ['with a user name', 'https://user@budget.example/callback'],
    ['with a password', 'https://user:secret@budget.example/callback'],
    ['relative', '/callback'],
    ['relative to the scheme', '//budget.example/callback'],
    ['without a host', 'https://'],
    ['with a port that is none', 'https://budget.example:99999/callback'],
    ['with a space', 'https://budget.example/call back'],
    ['with a newline', 'https://budget.example/callback\n'],
    ['with letters that are not ASCII', 'https://érable.example/callback'],
    ['empty', ''],
    ['with a parameter named code', 'https://budget.example/callback?code=1'],
    ['with a parameter named state', 'https://budget.example/callback?a=1&state='],
    ['with a parameter named iss', 'https://budget.example/callback?iss=x'],
    ['with a parameter named error', 'https://budget.example/callback?error'],
  ])('A4 is refused: %s', (_, uri) => expect(isRegistrable(uri)).toBe(false));

  it('A4 is refused with a sentence', () =>
    expect(redirectUri.safeParse('http://budget.example/').error?.issues[0]?.message).toMatch(/^m(ust|ay) .{10,}/));
});

describe('a requested redirect URI', () => {
  it.each([
    ['https://budget.example/callback', 'https://budget.example/callback/'],
    ['https://budget.example/callback', 'https://budget.example/Callback'],
    ['https://budget.example/callback', 'https://budget.example/callback?'],
    ['https://budget.example/callback', 'https://budget.example/callback?x=1'],
    ['https://budget.example/callback', 'https://budget.example/callback#x'],
    ['https://budget.example/callback', 'https://budget.example/callback/../callback'],
    ['https://budget.example/callback', 'https://budget.example/%63allback'],
    ['https://budget.example/callback', 'https://budget.example:443/callback'],
    ['https://budget.example/callback', 'https://BUDGET.example/callback'],
    ['https://budget.example/callback', 'HTTPS://budget.example/callback'],
    ['https://budget.example/callback', 'http://budget.example/callback'],
    ['https://budget.example/callback', 'https://budget.example.evil.example/callback'],
    ['https://budget.example/callback', 'https://budget.example@evil.example/callback'],
    ['https://budget.example/callback', 'https://evil.example/https://budget.example/callback'],
    ['https://budget.example/callback', 'https://evil.example\\@budget.example/callback'],
    ['https://budget.example/callback', ' https://budget.example/callback'],
    ['https://budget.example/callback', 'https://budget.example/callback\n'],
    ['https://budget.example', 'https://budget.example/'],
    ['com.example.cashflow:/callback', 'com.example.cashflow:///callback'],
    ['com.example.cashflow:/callback', 'COM.example.cashflow:/callback'],
  ])('A2 does not match %s when it is %j', (registered, requested) =>
    expect(matchesRedirectUri(registered, requested)).toBe(false),
  );

  it.each([
    ['http://127.0.0.1/callback', 'http://127.0.0.1:51004/callback'],
    ['http://127.0.0.1:9999/callback', 'http://127.0.0.1:51004/callback'],
    ['http://127.0.0.1:9999/callback', 'http://127.0.0.1/callback'],
    ['http://[::1]/callback', 'http://[::1]:51004/callback'],
    ['http://127.0.0.1/callback?a=1', 'http://127.0.0.1:51004/callback?a=1'],
    ['http://127.0.0.1', 'http://127.0.0.1:51004'],
  ])('A3 matches %s on another port of the same loopback address: %s', (registered, requested) =>
    expect(matchesRedirectUri(registered, requested)).toBe(true),
  );

  it.each([
    ['localhost on another port', 'http://localhost:3000/callback', 'http://localhost:3001/callback'],
    ['https on another port', 'https://127.0.0.1/callback', 'https://127.0.0.1:51004/callback'],
    [
      'a private-use scheme on another port',
      'com.example.a://127.0.0.1/callback',
      'com.example.a://127.0.0.1:1/callback',
    ],
    ['localhost for 127.0.0.1', 'http://127.0.0.1/callback', 'http://localhost/callback'],
    ['[::1] for 127.0.0.1', 'http://127.0.0.1/callback', 'http://[::1]/callback'],
    ['another address of the loopback network', 'http://127.0.0.1/callback', 'http://127.0.0.2/callback'],
    ['another spelling of the address', 'http://127.0.0.1/callback', 'http://127.1:80/callback'],
    ['another path', 'http://127.0.0.1/callback', 'http://127.0.0.1:51004/callback2'],
    ['another query', 'http://127.0.0.1/callback', 'http://127.0.0.1:51004/callback?x=1'],
    ['a fragment', 'http://127.0.0.1/callback', 'http://127.0.0.1:51004/callback#x'],
    ['a user name', 'http://127.0.0.1/callback', 'http://user@127.0.0.1:51004/callback'],
    ['a port that is a password', 'http://127.0.0.1/callback', 'http://127.0.0.1:51004@evil.example/callback'],
    ['a port that runs on as a host', 'http://127.0.0.1/callback', 'http://127.0.0.1:51004.evil.example/callback'],
    ['a host that runs on', 'http://127.0.0.1/callback', 'http://127.0.0.1.evil.example/callback'],
    ['a backslash', 'http://127.0.0.1/callback', 'http://127.0.0.1:51004\\@evil.example/callback'],
    ['an empty port', 'http://127.0.0.1/callback', 'http://127.0.0.1:/callback'],
    ['a port that is none', 'http://127.0.0.1/callback', 'http://127.0.0.1:65536/callback'],
    ['a port that is a word', 'http://127.0.0.1/callback', 'http://127.0.0.1:http/callback'],
    ['a scheme in capitals', 'http://127.0.0.1/callback', 'HTTP://127.0.0.1:51004/callback'],
  ])('A3 does not stretch to %s', (_, registered, requested) =>
    expect(matchesRedirectUri(registered, requested)).toBe(false),
  );
});

describe('a redirect URI that a browser would read in its own way', () => {
  it.each([
    'https:budget.example/cb',
    'https:/budget.example/cb',
    'https://@a.example/cb',
    'https://user@a.example/cb',
    'https://a.example\\@evil.example/cb',
    'https://%2a.example/cb',
    'https://a.example/<b>',
    'http://127.1/cb',
    'http://0x7f000001/cb',
  ])('A4 %s is refused at registration', (uri) => {
    expect(redirectUri.safeParse(uri).success).toBe(false);
  });
});
