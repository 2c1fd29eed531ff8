import { readLanguageSwitch } from '#i18n/locale.ts';
import { allowConsent } from '../consent/allow.ts';
import { denyConsent } from '../consent/deny.ts';
import { isShareable } from '../registry/account.ts';
import type { Database } from '../storage/database.ts';
import type { Session } from '../storage/sessions.ts';
import type { DecisionAnswer, PostedDecision } from './posted-decision.ts';
import { readChoice } from './read-choice.ts';
import { redirectToRecipient } from './redirect-to-recipient.ts';
import { showAgain } from './show-again.ts';

/** What the button of a posted page comes to. Only the literal `allow` of the customer it was shown to grants anything. */
export async function decide(db: Database, posted: PostedDecision, now: number): Promise<DecisionAnswer> {
  const { form, ticket, shown, isLate, loaded, session } = posted;
  const asked = readLanguageSwitch(form);
  if (asked) return showAgain(db, posted, now, { language: asked });
  if (session && (session.idHash !== ticket.sessionHash || session.sub !== ticket.sub))
    return showAgain(db, posted, now, { problem: 'other-session' });
  if (isLate) return showAgain(db, posted, now, { problem: 'late' });
  if (form.get('choose') === 'all') return showAgain(db, posted, now, { ticked: idsOf(session) });
  const [decision, ...more] = form.getAll('decision');
  switch (more.length === 0 ? decision : undefined) {
    case 'deny':
      return redirectToRecipient(loaded, await denyConsent(db, shown, now));
    case 'allow': {
      if (!session) return showAgain(db, posted, now);
      const read = await readChoice(db, posted, session);
      if (read.outcome !== 'chosen') return showAgain(db, posted, now, { problem: read.outcome });
      return redirectToRecipient(loaded, await allowConsent(db, shown, read.choice, now));
    }
    default:
      return showAgain(db, posted, now, { problem: 'not-understood' });
  }
}

const idsOf = (session: Session | undefined): string[] =>
  (session?.accounts ?? []).filter(isShareable).map(({ accountId }) => accountId);
