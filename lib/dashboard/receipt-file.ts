import type { Language } from '#i18n/locale.ts';
import { subjectOf } from '../consent/subject.ts';
import { receiptOf, signReceipt } from '../evidence/receipt.ts';
import { type Problem, problem, type Redirect } from '../http/problem.ts';
import { type Database, orUnavailable } from '../storage/database.ts';
import { findCustomer, type Visit } from './find-customer.ts';
import { findOwnConsent } from './own-consents.ts';

/** The signed receipt of a consent of the customer's own (RFC 7515), over the exact text seen. */
export async function openReceiptFile(
  db: Database,
  id: string,
  visitor: Omit<Parameters<typeof findCustomer>[1], 'path'>,
  now: number,
): Promise<{ outcome: 'file'; content: string } | Redirect | Problem> {
  const visit = await findCustomer(db, { ...visitor, path: `/consents/${id}/receipt` }, now);
  if (visit.outcome === 'choose-provider') return notFound(visit.language);
  if (visit.outcome !== 'customer') return visit;
  return orUnavailable(
    () => sign(db, id, visit, now),
    () => problem('unavailable', 503, visit.language),
  );
}

async function sign(db: Database, id: string, visit: Visit, now: number) {
  const view = await findOwnConsent(db, visit, id, now);
  if (!view) return notFound(visit.language);
  const receipt = receiptOf(view, await subjectOf(db, view.consent));
  return { outcome: 'file' as const, content: await signReceipt(db, receipt, now) };
}

const notFound = (language: Language): Problem => problem('not-found', 404, language);
