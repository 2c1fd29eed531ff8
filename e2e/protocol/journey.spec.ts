import type { Server } from '../servers/server.ts';
import { askingAnew, authorizePath } from '../support/authorization-request.ts';
import { relative } from '../support/bank-visit.ts';
import { expect, test } from '../support/fixtures.ts';
import { locationOf } from '../support/http-call.ts';
import { push, pushedPath } from '../support/pushed.ts';
import { Visitor } from '../support/visitor.ts';

/** Where an address leads somebody. */
const leadsTo = async (visitor: Visitor, path: string) => {
  const answer = await visitor.get(path);
  return answer.status === 303 ? locationOf(answer).pathname : answer.status;
};

/** A request as a stranger has it in a browser of their own, and the journey that was begun there. */
async function openedBy(stranger: Visitor, path: string): Promise<{ path: string; journey: string }> {
  const { searchParams } = locationOf(await stranger.get(path));
  return { path, journey: searchParams.get('journey') ?? '' };
}

const pushedRequest = async (accord: Server, change: Record<string, string>) =>
  pushedPath((await push(accord, change)).json.request_uri);

for (const [title, request] of [
  ['pushed request', pushedRequest],
  ['request', async (_: Server, change: Record<string, string>) => authorizePath(change)],
] as const)
  for (const change of askingAnew) {
    const demand = JSON.stringify(change);
    test(`O13 a journey of another browser does not stand in for ${demand} of a ${title}`, async ({
      accord,
      visitor,
    }) => {
      const path = await request(accord, change);
      const { journey } = await openedBy(new Visitor(accord.origin), path);
      await visitor.signIn('noah');
      expect(await leadsTo(visitor, `${path}&journey=${journey}`)).toBe('/sign-in');
      // Whoever does sign in for it reads the consent.
      const signedIn = await visitor.signIn('noah', `${path}&journey=${journey}`);
      expect(await leadsTo(visitor, signedIn)).toBe(200);
    });

    test(`O13 a journey of another request does not stand in for ${demand} of a ${title}`, async ({
      accord,
      visitor,
    }) => {
      const own = relative(locationOf(await visitor.get(await request(accord, change))));
      const consent = await visitor.signIn('noah', own.replace('/sign-in', '/authorize'));
      expect(await leadsTo(visitor, consent)).toBe(200);
      const journey = new URL(consent, accord.origin).searchParams.get('journey');
      expect(journey).toBeTruthy();
      const other = await request(accord, change);
      expect(await leadsTo(visitor, `${other}&journey=${journey}`)).toBe('/sign-in');
    });
  }
