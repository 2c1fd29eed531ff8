import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { requestLanguage } from '#i18n/request.ts';
import { openReceiptFile } from '#lib/dashboard/receipt-file.ts';
import { fileResponse, movedResponse } from '#lib/http/responses.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

/** The receipt as a file that is signed (RFC 7515). */
export async function GET({ nextUrl }: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { db, now } = atHand();
  const visitor = { query: nextUrl.searchParams, cookies: await cookies(), language: await requestLanguage() };
  const receipt = await openReceiptFile(db, id, visitor, now);
  if (receipt.outcome !== 'file') return movedResponse(receipt);
  return fileResponse(receipt.content, { type: 'application/jose', name: `accord-${id}.jws` });
}
