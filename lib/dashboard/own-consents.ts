import { note } from '../log/request-log.ts';
import { currentRegistry } from '../registry/current.ts';
import { listActiveConsents, listEndedConsents } from '../storage/consent-lists.ts';
import { findConsent, type StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { type ConsentView, viewConsent } from './consent-view.ts';
import type { Visit } from './find-customer.ts';

const pageLength = 20;

/** What a customer shares, what they shared, and where the list of the latter goes on. */
export interface OwnConsents {
  active: ConsentView[];
  ended: ConsentView[];
  older: string | undefined;
  /** It is a later part of the list of ended ones. */
  isFurther: boolean;
}

/** The consents of a customer at one bank; `after` is where a page of ended ones goes on. */
export async function listOwnConsents(
  db: Database,
  visit: Visit,
  after: string | undefined,
  now: number,
): Promise<OwnConsents> {
  const cursor = readCursor(after ?? '');
  const [active, ended] = await Promise.all([
    cursor ? [] : listActiveConsents(db, customerOf(visit), now),
    listEndedConsents(db, customerOf(visit), { now, limit: pageLength + 1, after: cursor }),
  ]);
  const last = ended.length > pageLength ? ended[pageLength - 1] : undefined;
  return {
    active: active.map((consent) => view(visit, consent, now)),
    ended: ended.slice(0, pageLength).map((consent) => view(visit, consent, now)),
    isFurther: cursor !== undefined,
    older: last && `/consents?${visit.place}&after=${last.createdAt}.${last.id}`,
  };
}

/** One consent of the customer's own; another's is not told from one that does not exist. */
export async function findOwnConsent(
  db: Database,
  visit: Visit,
  id: string,
  now: number,
): Promise<ConsentView | undefined> {
  const consent = await findConsent(db, id);
  if (consent?.providerId !== visit.provider.providerId || consent.sub !== visit.session.sub) return undefined;
  note({ consentId: consent.id, correlationId: consent.correlationId });
  return view(visit, consent, now);
}

export const customerOf = ({ provider, session }: Visit) => ({ providerId: provider.providerId, sub: session.sub });

const view = ({ provider, session, language }: Visit, consent: StoredConsent, now: number): ConsentView =>
  viewConsent(consent, { registry: currentRegistry(), provider, accounts: session.accounts, language, now });

// Anything else is the first page.
function readCursor(text: string): { createdAt: number; id: string } | undefined {
  const [, createdAt, id] = /^(\d{1,12})\.([\w-]{1,64})$/.exec(text) ?? [];
  return createdAt && id ? { createdAt: Number(createdAt), id } : undefined;
}
