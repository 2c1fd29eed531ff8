import type { Server } from '../servers/server.ts';
import { authorizePath } from './authorization-request.ts';
import { type Answer, locationOf } from './http-call.ts';
import { Visitor } from './visitor.ts';

/** One browser whose requests go to this instance; cookies are shared with `before`. */
export function at(server: Server, before?: Visitor): Visitor {
  const visitor = new Visitor(server.origin, server.issuer);
  for (const [name, value] of before?.cookies ?? []) visitor.cookies.set(name, value);
  return visitor;
}

/** The code in an answer; a fault when there is none. */
export function codeOf(answer: Answer | undefined): string {
  const code = answer && locationOf(answer).searchParams.get('code');
  if (!code) throw new Error(`no code in an answer of ${answer?.status}`);
  return code;
}

interface Journey {
  correlation_id: string;
  visitor: Visitor;
  ticket: string;
}

/** Twenty browsers of one customer, each with a consent page open, at these instances in turn. */
export async function openTwenty(...servers: [Server, ...Server[]]): Promise<Journey[]> {
  // Signed in once: so many attempts at one moment would be taken for guesses.
  const signedIn = at(servers[0]);
  await signedIn.signIn('noah');
  return Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const correlation_id = crypto.randomUUID();
      const visitor = at(servers[index % servers.length] as Server, signedIn);
      return { correlation_id, visitor, ticket: await visitor.openConsent(authorizePath({ correlation_id })) };
    }),
  );
}

/** All allow, four at a time; when six are answered `strike` comes over those under way. No answer is `undefined`. */
export async function allowThrough(journeys: Journey[], strike: () => void) {
  const waiting = [...journeys];
  const decided: (Journey & { answer: Answer | undefined })[] = [];
  const lane = async () => {
    for (let journey = waiting.shift(); journey; journey = waiting.shift()) {
      const answer = await journey.visitor.decide('allow', journey.ticket, []).catch(() => undefined);
      decided.push({ ...journey, answer });
      if (decided.length === 6) strike();
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return decided;
}
