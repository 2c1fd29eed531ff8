import { subjectOf } from '../consent/subject.ts';
import { receiptOf, signReceipt } from '../evidence/receipt.ts';
import type { Problem, Redirect } from '../http/problem.ts';
import type { Database } from '../storage/database.ts';
import { findCustomer } from './find-customer.ts';
import { forCustomer } from './for-customer.ts';
import { findOwnConsent } from './own-consents.ts';

/** The signed receipt of a consent of the customer's own (RFC 7515), over the exact text seen. */
export async function openReceiptFile(
  db: Database,
  id: string,
  visitor: Omit<Parameters<typeof findCustomer>[1], 'path'>,
  now: number,
): Promise<{ outcome: 'file'; content: string } | Redirect | Problem> {
  const visit = await findCustomer(db, { ...visitor, path: `/consents/${id}/receipt` }, now);
  return forCustomer(visit, async (customer) => {
    const view = await findOwnConsent(db, customer, id, now);
    if (!view) return { outcome: 'not-found' };
    const receipt = receiptOf(view, await subjectOf(db, view.consent));
    return { outcome: 'file' as const, content: await signReceipt(db, receipt, now) };
  });
}
