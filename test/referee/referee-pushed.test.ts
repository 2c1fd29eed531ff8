import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readPushedRequest } from '../../lib/oauth/pushed-request.ts';
import { corpus } from './corpus.ts';
import { confidential, context } from './good-request.ts';
import { pushedDifferences } from './pushed-differences.ts';
import { startReferee } from './server.ts';

let referee: Awaited<ReturnType<typeof startReferee>>;

beforeAll(async () => {
  // It warns about keys, memory and development mode, none of which matter here.
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  referee = await startReferee({ takesPushed: true });
});

afterAll(async () => {
  await referee.stop();
  vi.restoreAllMocks();
});

// The client is known by its credentials; the corpus covers the rest.
const pushable = corpus.filter(({ title }) => title.startsWith('confidential:') && !title.includes('client_id'));

describe('oidc-provider and Accord, of a request that is pushed,', () => {
  it('are asked at least 150 things', () => expect(pushable.length).toBeGreaterThanOrEqual(150));

  it.each(pushable)('agree, or differ as listed, on $title', async ({ title, query }) => {
    const reading = readPushedRequest(new URLSearchParams(query), confidential.clientId, context);
    const accord = reading.outcome === 'read' ? 'accepted' : reading.error;
    const answered = await referee.push(query);
    const [difference, ...others] = pushedDifferences.filter(({ cases }) => cases.test(title));
    expect(others).toEqual([]);
    if (!difference) expect(accord).toBe(answered);
    else expect({ accord, referee: answered }).toEqual({ accord: difference.accord, referee: difference.referee });
  });

  it.each(pushedDifferences)('differ where listed: $because ($cases)', ({ cases, accord, referee: theirs }) => {
    expect(accord).not.toBe(theirs);
    expect(pushable.some(({ title }) => cases.test(title))).toBe(true);
  });
});
