import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRequest, longestState } from '../../test/world/longest-request.ts';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { requestOf, ticketOf } from '../../test/world/ticket.ts';
import { createSeal } from '../keys/seal.ts';
import { formatAuthorizationRequest } from '../oauth/authorization-request.ts';
import { requestLimit } from '../oauth/request-length.ts';
import { dataClusters } from '../oauth/scope.ts';
import { accountIdLimit, accountLimit } from '../registry/account.ts';
import { newJourney, queryOfRequest } from './journey.ts';
import { addressLimit, pageFormLimit, ticketLimit } from './size-limits.ts';
import { sealTicket, type Ticket } from './ticket.ts';

temporaryServer();

const seal = createSeal([Buffer.alloc(32, 1)], 'ticket');
type Request = Ticket['request'];

/** With whatever else there may be, made as long as a request may be by its redirect URI, whose characters weigh most. */
function lengthened(change: Partial<Request>): Request {
  const request = requestOf({
    scope: [...dataClusters],
    askedScope: dataClusters.join(' '),
    correlationId: 'c'.repeat(128),
    dpopJkt: 'j'.repeat(43),
    requestUri: `urn:ietf:params:oauth:request_uri:${'u'.repeat(43)}`,
    prompt: 'login consent select_account',
    maxAge: 999_999_999,
    redirectUri: 'https://a.example/',
    ...change,
  });
  const { providerId: _, ...counted } = request;
  const room = requestLimit - formatAuthorizationRequest(counted).toString().length;
  return { ...request, redirectUri: request.redirectUri + 'r'.repeat(room) };
}

const ticketFor = (request: Request) =>
  sealTicket(
    seal,
    ticketOf({
      id: 'i'.repeat(43),
      // The longest there is, in characters that JSON writes with six bytes each.
      sub: '\u0001'.repeat(255),
      sessionHash: 's'.repeat(43),
      wordsHash: 'w'.repeat(43),
      previousId: 'p'.repeat(36),
      request: { ...request, providerId: 'p'.repeat(64) },
    }),
  );

const hints = { loginHint: '\u0001'.repeat(255), acrValues: '\u0001'.repeat(255) };

describe('the longest request', () => {
  const { state, authorization_details, login_hint } = longestRequest({ client_id: 'budget', language: 'en' });
  it.each([
    ['of plain letters', {}],
    ['of a state of 2,000 four-byte characters', { state: longestState }],
    ['of a state of quotes', { state: '"'.repeat(2000) }],
    ['of hints that JSON writes with six bytes a character', hints],
    ['of all at once', { state, authorizationDetails: authorization_details, loginHint: login_hint }],
  ])('A29 %s has a ticket that a form may hold', (_, change) => {
    expect(ticketFor(lengthened(change)).length).toBeLessThanOrEqual(ticketLimit);
  });

  it('A29 of whatever is asked has a ticket that a form may hold', () => {
    const short = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), short, short, (state, loginHint, acrValues) => {
        expect(ticketFor(lengthened({ state, loginHint, acrValues })).length).toBeLessThanOrEqual(ticketLimit);
      }),
      { numRuns: 50 },
    );
  });

  it('A29 is carried on by an address that is read', () => {
    const request = { ...lengthened({ state: longestState }), providerId: 'p'.repeat(64), requestUri: undefined };
    const query = queryOfRequest(request, newJourney(request, 1_773_327_600));
    expect(`/authorize?${query}`.length).toBeGreaterThan(requestLimit);
    expect(`/authorize?${query}`.length).toBeLessThanOrEqual(addressLimit);
  });
});

describe('the largest form', () => {
  it('A29 holds a ticket and every account, ticked', () => {
    const boundary = 'b'.repeat(70);
    const part = (name: string, value: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const form = [
      part(`$ACTION_ID_${'0'.repeat(42)}`, ''),
      part('ticket', 't'.repeat(ticketLimit)),
      ...Array.from({ length: accountLimit }, () => part('account', 'a'.repeat(accountIdLimit))),
      part('until', '365'),
      part('decision', 'allow'),
      part('language', 'fr'),
      `--${boundary}--\r\n`,
    ].join('');
    expect(form.length).toBeLessThanOrEqual(pageFormLimit);
  });

  it('A29 passes the reverse proxy of docs/nginx.conf, and Next’s own limit of 1 MB', () => {
    const [, kilobytes] = /client_max_body_size (\d+)k;/.exec(readFileSync('docs/nginx.conf', 'utf8')) ?? [];
    expect(Number(kilobytes) * 1024).toBeGreaterThanOrEqual(pageFormLimit);
    expect(pageFormLimit).toBeLessThan(1_000_000);
    expect(readFileSync('next.config.js', 'utf8')).not.toContain('bodySizeLimit');
  });
});
