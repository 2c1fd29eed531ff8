import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readAuthorizationRequest } from '../../lib/oauth/read-authorization-request.ts';
import { corpus } from './corpus.ts';
import { differences } from './differences.ts';
import { context } from './good-request.ts';
import { startReferee } from './server.ts';
import { summaryOf, verdictOfAnswer, verdictOfReading } from './verdict.ts';

let referee: Awaited<ReturnType<typeof startReferee>>;

beforeAll(async () => {
  // It warns about keys, memory and development mode, none of which matter here.
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  referee = await startReferee();
});

afterAll(async () => {
  await referee.stop();
  vi.restoreAllMocks();
});

describe('oidc-provider and Accord', () => {
  it('are asked at least 300 things, each once', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(300);
    expect(new Set(corpus.map(({ title }) => title)).size).toBe(corpus.length);
  });

  it.each(corpus)('agree, or differ as listed, on $title', async ({ title, query }) => {
    const ours = verdictOfReading(readAuthorizationRequest(new URLSearchParams(query), context));
    const theirs = verdictOfAnswer(await referee.ask(query));
    const [difference, ...others] = differences.filter(({ cases }) => cases.test(title));
    expect(others).toEqual([]);
    if (!difference) {
      expect(ours).toEqual(theirs);
      return;
    }
    expect({ accord: summaryOf(ours), referee: summaryOf(theirs) }).toEqual({
      accord: difference.accord,
      referee: difference.referee,
    });
    if (ours.outcome === 'redirect' && theirs.outcome === 'redirect') {
      const { scope: _, ...parameters } = theirs.parameters;
      expect({ address: ours.address, parameters: ours.parameters }).toEqual({ address: theirs.address, parameters });
    }
  });

  it.each(differences)('differ where listed: $because ($cases)', ({ cases, accord, referee }) => {
    expect(accord).not.toBe(referee);
    expect(corpus.some(({ title }) => cases.test(title))).toBe(true);
  });
});
