import type { NextRequest } from 'next/server';
import { subjectOf } from '#lib/consent/subject.ts';
import { receiptOf, signReceipt } from '#lib/evidence/receipt.ts';
import { fileResponse } from '#lib/http/responses.ts';
import { now } from '#lib/process/clock.ts';
import { database } from '#lib/storage/database.ts';
import { methodNotAllowed } from '../../../method-not-allowed.ts';
import { withConsent } from '../../visit.ts';

/** The receipt as a file that is signed (RFC 7515), over the exact text seen. */
export const GET = (incoming: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  withConsent(incoming, params, async (_visit, view) => {
    const receipt = receiptOf(view, await subjectOf(database(), view.consent));
    const signed = await signReceipt(database(), receipt, now());
    return fileResponse(signed, { type: 'application/jose', name: `accord-${view.consent.id}.jws` });
  });

const refuse = methodNotAllowed('GET, HEAD');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
