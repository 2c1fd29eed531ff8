import type { Problem } from '../http/problem.ts';
import { randomToken } from '../keys/random-token.ts';
import { sealFor } from '../keys/seal.ts';
import { note } from '../log/request-log.ts';
import { isShareable } from '../registry/account.ts';
import type { Database } from '../storage/database.ts';
import type { ConsentPrompt, FilledIn } from './consent-prompt.ts';
import { findPreviousConsent } from './find-previous-consent.ts';
import { noneShareable } from './none-shareable.ts';
import { sealTicket } from './ticket.ts';
import { writeWords } from './written-words.ts';

const nothingFilledIn: FilledIn = { ticked: [], until: null, problem: undefined };

/** Writes the words and seals the ticket; stores nothing. Where no account can be shared, there is nothing to ask. */
export async function promptForConsent(
  db: Database,
  loaded: Pick<ConsentPrompt, 'request' | 'recipient' | 'terms' | 'provider' | 'journey' | 'session'>,
  now: number,
  filledIn: FilledIn = nothingFilledIn,
): Promise<ConsentPrompt | Problem> {
  const { request, session } = loaded;
  if (!session.accounts.some(isShareable)) return noneShareable(loaded);
  const previous = await findPreviousConsent(db, loaded, session, now);
  const { words, hash } = writeWords(loaded, session, { shownAt: now, previous });
  const ticket = sealTicket(sealFor('ticket'), {
    id: randomToken(),
    issuedAt: now,
    request,
    sub: session.sub,
    sessionHash: session.idHash,
    wordsHash: hash,
    ...(previous && { previousId: previous.id }),
  });
  note({ outcome: filledIn.problem ?? 'consent-shown' });
  const status = filledIn.problem === 'unavailable' ? 503 : 200;
  return { ...loaded, outcome: 'prompt', language: request.language, words, ticket, issuedAt: now, filledIn, status };
}
