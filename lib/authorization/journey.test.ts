import { describe, expect, it } from 'vitest';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { requestOf, shownAt } from '../../test/world/ticket.ts';
import { isRecentEnough, isToSignIn, newJourney, queryOfRequest, readJourney } from './journey.ts';
import { fingerprintOf } from './request-hash.ts';

temporaryServer();

const asking = requestOf({ prompt: 'login' });
const journey = newJourney(asking, shownAt);
const journeyIn = (query: URLSearchParams, now = shownAt) => readJourney(query, now);

describe('O13 a journey', () => {
  it('comes back from an address of ours for half an hour, to the second', () => {
    const query = queryOfRequest(asking, journey);
    expect(journeyIn(query)).toEqual(journey);
    expect(journeyIn(query, shownAt + 1799)).toEqual(journey);
    expect(journeyIn(query, shownAt + 1800)).toBeUndefined();
  });

  it('is none when it was not sealed here', () => {
    expect(journeyIn(new URLSearchParams({ journey: JSON.stringify(journey) }))).toBeUndefined();
    expect(journeyIn(new URLSearchParams())).toBeUndefined();
  });

  it('is another one each time that a request is opened', () => {
    expect(newJourney(asking, shownAt).id).not.toBe(journey.id);
  });

  it.each([
    ['state', { state: 'another' }],
    ['scope', { scope: ['ACCOUNT_BASIC'] as const }],
    ['bank', { providerId: '2000' }],
    ['prompt', { prompt: 'consent' }],
    ['redirect URI', { redirectUri: 'https://ledger.example/other' }],
    ['challenge', { codeChallenge: undefined }],
  ])('is for one request: another %s is another request', (_, change) => {
    expect(fingerprintOf({ ...asking, ...(change as object) })).not.toBe(journey.request);
  });

  it('goes on when its customer switches the language', () => {
    expect(fingerprintOf({ ...asking, language: 'en' })).toBe(journey.request);
  });

  it('of a pushed request is for its URI', () => {
    const [one, other] = ['urn:one', 'urn:other'].map((requestUri) => ({ ...asking, requestUri }));
    expect(fingerprintOf(one ?? asking)).not.toBe(fingerprintOf(other ?? asking));
    expect(fingerprintOf(one ?? asking)).not.toBe(journey.request);
  });
});

describe('A20 a session is recent enough', () => {
  const old = { authenticatedAt: shownAt - 100, journeyId: undefined };
  const begunHere = { authenticatedAt: shownAt - 100, journeyId: journey.id };
  const begunElsewhere = { authenticatedAt: shownAt + 5, journeyId: newJourney(asking, shownAt).id };

  it('for a request that demands nothing', () => {
    expect(isRecentEnough(requestOf(), old, undefined, shownAt)).toBe(true);
  });

  it('for prompt=login when it was begun on this very journey, and not otherwise', () => {
    expect(isRecentEnough(asking, begunHere, journey, shownAt)).toBe(true);
    expect(isRecentEnough(asking, begunHere, undefined, shownAt)).toBe(false);
    expect(isRecentEnough(asking, begunElsewhere, journey, shownAt)).toBe(false);
    expect(isRecentEnough(asking, old, undefined, shownAt)).toBe(false);
    expect(isRecentEnough(asking, old, journey, shownAt)).toBe(false);
  });

  it('for max_age counted from now, whatever journey another browser was on', () => {
    const within = (maxAge: number) => requestOf({ maxAge });
    expect(isRecentEnough(within(100), old, undefined, shownAt)).toBe(true);
    expect(isRecentEnough(within(99), old, undefined, shownAt)).toBe(false);
    expect(isRecentEnough(within(99), old, newJourney(within(99), shownAt - 1000), shownAt)).toBe(false);
    expect(isRecentEnough(within(99), begunHere, journey, shownAt)).toBe(true);
  });

  it.each([
    [{ prompt: 'login' }, true],
    [{ prompt: 'consent login' }, true],
    [{ prompt: 'select_account' }, true],
    [{ maxAge: 0 }, true],
    [{ prompt: 'consent' }, false],
    [{ maxAge: 1 }, false],
    [{}, false],
  ])('whoever was signed in is asked again by %j: %s', (change, isAsked) => {
    expect(isToSignIn(requestOf(change))).toBe(isAsked);
  });
});
