import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { findOwnConsent } from '#lib/consent/own-consents.ts';
import { subjectOf } from '#lib/consent/subject.ts';
import { receiptOf, signReceipt } from '#lib/evidence/receipt.ts';
import { problem } from '#lib/http/problem.ts';
import { problemAddress } from '#lib/http/problem-header.ts';
import { fileResponse, redirectResponse } from '#lib/http/responses.ts';
import { orUnavailable } from '#lib/http/unavailable-problem.ts';
import { now } from '#lib/process/clock.ts';
import { findCustomer } from '#lib/sign-in/find-customer.ts';
import { database } from '#lib/storage/database.ts';

/** The receipt as a file that is signed (RFC 7515), over the exact text seen. */
export async function GET({ nextUrl }: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const address = { path: `/consents/${id}/receipt`, query: nextUrl.searchParams, cookies: await cookies() };
  const visit = await findCustomer(database(), address, now());
  if (visit.outcome === 'redirect') return redirectResponse(visit.to);
  if (visit.outcome === 'problem') return redirectResponse(problemAddress(visit));
  const notFound = redirectResponse(problemAddress(problem('not-found', 404, visit.language)));
  if (visit.outcome === 'choose-provider') return notFound;
  const signed = await orUnavailable(async () => {
    const view = await findOwnConsent(database(), visit, id, now());
    return view && signReceipt(database(), receiptOf(view, await subjectOf(database(), view.consent)), now());
  }, visit.language);
  if (signed === undefined) return notFound;
  if (typeof signed !== 'string') return redirectResponse(problemAddress(signed));
  return fileResponse(signed, { type: 'application/jose', name: `accord-${id}.jws` });
}
