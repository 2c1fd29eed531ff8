import { ReceiptPage } from '#components/receipt-page.tsx';
import { findOwnConsent } from '#lib/consent/own-consents.ts';
import { now } from '#lib/process/clock.ts';
import { issuer } from '#lib/process/environment.ts';
import { database } from '#lib/storage/database.ts';
import { showDashboard } from '../../show-dashboard.tsx';

/** A receipt made for print. */
export default async function Receipt({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return showDashboard(async (visit) => {
    const view = await findOwnConsent(database(), visit, id, now());
    return view && { outcome: 'page', page: <ReceiptPage visit={visit} view={view} keys={`${issuer()}/jwks`} /> };
  });
}
