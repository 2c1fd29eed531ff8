import { ReceiptPage } from '#components/receipt-page.tsx';
import { findOwnConsent } from '#lib/dashboard/own-consents.ts';
import { issuer } from '#lib/process/environment.ts';
import { showDashboard } from '../../show-dashboard.tsx';

/** A receipt made for print. */
export default async function Receipt({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return showDashboard(async (db, visit, now) => {
    const view = await findOwnConsent(db, visit, id, now);
    if (!view) return { outcome: 'not-found' };
    return { outcome: 'page', page: <ReceiptPage visit={visit} view={view} issuer={issuer()} /> };
  });
}
