import { askPublicly } from '../clients/ask-publicly.ts';
import { log } from '../log/log.ts';
import { currentRegistry } from '../registry/current.ts';
import { findConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import {
  claimNotice,
  listDueNotices,
  type Notice,
  postponeNotice,
  removeNotices,
  settleNotice,
} from '../storage/notices.ts';
import { signNotice } from './security-event-token.ts';

/** Milliseconds in which a subscriber must have answered. */
const patience = 5000;
/** Seconds in which nobody else tries what is being tried. */
const lease = 60;
/** The most that one round delivers. */
export const deliveryLimit = 50;
/** About a day of attempts: two seconds after the first, then ever later, in the end once an hour. */
const mostAttempts = 31;

const secondsUntilNextAttempt = (attempts: number): number => Math.min(2 * 3 ** (attempts - 1), 3600);

/** Delivers what is due, of each consent in order and at least once (RFC 8935); gives how much it took on. */
export async function deliverNotices(db: Database, clock: () => number): Promise<number> {
  const due = await listDueNotices(db, clock(), deliveryLimit);
  // Nobody has registered an address for it.
  const unwanted = due.filter((notice) => addressOf(notice) === undefined);
  await removeNotices(
    db,
    unwanted.map(({ id }) => id),
  );
  await Promise.all(due.map((notice) => deliver(db, notice, clock)));
  return due.length;
}

function addressOf({ subscriber: { kind, id } }: Notice): string | undefined {
  const { recipients, providers } = currentRegistry();
  return (kind === 'recipient' ? recipients : providers).get(id)?.notificationUri;
}

async function deliver(db: Database, notice: Notice, clock: () => number): Promise<void> {
  const address = addressOf(notice);
  if (!address || !(await claimNotice(db, notice, clock() + lease))) return;
  const fault = await send(db, notice, address, clock()).catch(({ message }: Error) => message);
  const attempts = notice.attempts + 1;
  const said = { notice: notice.id, type: notice.type, consentId: notice.consentId, subscriber: notice.subscriber.id };
  if (fault === undefined) {
    await settleNotice(db, notice.id, { at: clock(), outcome: 'delivered' });
    log().info({ ...said, attempts }, 'a notice was delivered');
  } else if (attempts >= mostAttempts) {
    await settleNotice(db, notice.id, { at: clock(), outcome: 'given-up', fault });
    log().error({ ...said, attempts, reason: fault }, 'a notice was given up');
  } else {
    await postponeNotice(db, notice.id, { until: clock() + secondsUntilNextAttempt(attempts), fault });
    log().warn({ ...said, attempts, reason: fault }, 'a notice was not taken');
  }
}

/** Why a notice was not taken; undefined when it was. */
async function send(db: Database, notice: Notice, address: string, now: number): Promise<string | undefined> {
  const consent = await findConsent(db, notice.consentId);
  // Its record was removed: there is nothing to tell any more.
  if (!consent) return undefined;
  const signal = AbortSignal.timeout(patience);
  const { status } = await askPublicly(address, {
    method: 'POST',
    headers: { 'content-type': 'application/secevent+jwt', accept: 'application/json' },
    body: await signNotice(db, notice, consent, now),
    signal,
  }).catch((fault: Error) => {
    throw signal.aborted ? new Error(`it did not answer within ${patience / 1000} seconds`) : fault;
  });
  return status >= 200 && status < 300 ? undefined : `it answered ${status}`;
}
