import { createHmac, randomUUID } from 'node:crypto';
import { requestHashOf } from '../authorization/request-hash.ts';
import type { Ticket } from '../authorization/ticket.ts';
import { textVersion } from '../disclosure/disclosure.ts';
import type { ConsentEvent } from '../evidence/event-chain.ts';
import { hashToken } from '../keys/random-token.ts';
import { insertAuthorizationCode, isRedeemable } from '../storage/authorization-codes.ts';
import { beginChain } from '../storage/consent-events.ts';
import { listConsentsOfRequest, listSettledConsents } from '../storage/consent-lists.ts';
import { type Consent, insertConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { findDecision, insertDecision, markDecisionDenied } from '../storage/decisions.ts';
import { answerPushedRequest } from '../storage/pushed-requests.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { ConsentPeriod } from './period.ts';
import { withdrawWithin } from './withdraw.ts';

/** Seconds that an authorization code can be exchanged (FAPI 2.0 §5.3.2.1). */
const codeLife = 60;
/** Seconds that an access token lives (FDX). */
export const accessTokenLife = 900;

export type Decision =
  | { outcome: 'allowed'; code: string; consentId: string }
  | { outcome: 'denied'; withdrawn: string[] }
  | { outcome: 'already-answered' };

/** What an allowing customer chose and saw; `text` is the JSON of the words. */
export interface Choice {
  accountIds: string[];
  period: ConsentPeriod;
  textVersion: string;
  text: string;
}

/**
 * Spends the ticket and stores consent and code in one transaction. The same ticket allowed again gives the same code
 * as long as it is not redeemed; a denied one allows nothing.
 */
export function allowConsent(db: Database, ticket: Ticket, choice: Choice, now: number): Promise<Decision> {
  const ticketHash = hashToken(ticket.id);
  const code = authorizationCodeOf(ticket);
  const consent = consentOf(ticket, choice, now);
  return inTransaction(db, async (transaction) => {
    const decision = {
      ticket_hash: ticketHash,
      outcome: 'allowed' as const,
      consent_id: consent.id,
      decided_at: now,
    };
    if (!(await spendPushed(transaction, ticket))) return { outcome: 'already-answered' };
    if (!(await insertDecision(transaction, decision))) return repeatDecision(transaction, ticketHash, code, now);
    const { accountIds, expiresAt } = consent;
    const chain = await beginChain(transaction, consent.id, [
      shown(ticket, choice.textVersion),
      { type: 'allowed', actor: 'customer', happenedAt: now, detail: { accountIds, expiresAt } },
    ]);
    await replaceEarlier(transaction, consent, now);
    await insertConsent(transaction, consent, chain);
    await insertAuthorizationCode(transaction, {
      codeHash: hashToken(code),
      consentId: consent.id,
      clientId: ticket.request.clientId,
      redirectUri: ticket.request.redirectUri,
      codeChallenge: ticket.request.codeChallenge,
      dpopJkt: ticket.request.dpopJkt,
      createdAt: now,
      expiresAt: now + codeLife,
    });
    return { outcome: 'allowed', code, consentId: consent.id };
  });
}

// RFC 9126 §4: a pushed request is answered once, whichever of its pages is.
const spendPushed = async (transaction: Database, { id, request: { requestUri } }: Ticket): Promise<boolean> =>
  requestUri === undefined || answerPushedRequest(transaction, hashToken(requestUri), hashToken(id));

// One lasting consent a recipient: the new one takes the place of those before it. One whose code is still on its way is
// another journey of this moment, and stays.
async function replaceEarlier(transaction: Database, consent: Consent, now: number): Promise<void> {
  if (consent.durationType === 'ONE_TIME') return;
  for (const id of await listSettledConsents(transaction, consent, now))
    await withdrawWithin(transaction, id, { by: 'customer', reason: 'renewed', replacedBy: consent.id }, now);
}

async function repeatDecision(db: Database, ticketHash: string, code: string, now: number): Promise<Decision> {
  const earlier = await findDecision(db, ticketHash);
  const consentId = earlier?.outcome === 'allowed' ? earlier.consent_id : null;
  if (!consentId || !(await isRedeemable(db, consentId, now))) return { outcome: 'already-answered' };
  return { outcome: 'allowed', code, consentId };
}

/** Spends the ticket; withdraws what the same session has allowed to the same request, and kills its codes. */
export function denyConsent(db: Database, ticket: Ticket, now: number): Promise<Decision> {
  const ticketHash = hashToken(ticket.id);
  return inTransaction(db, async (transaction) => {
    const denial = { ticket_hash: ticketHash, outcome: 'denied' as const, consent_id: null, decided_at: now };
    const isFirst = await insertDecision(transaction, denial);
    if (!isFirst) await markDecisionDenied(transaction, ticketHash, now);
    await spendPushed(transaction, ticket);
    const withdrawn: string[] = [];
    for (const id of await listConsentsOfRequest(transaction, requestHashOf(ticket))) {
      const ending = await withdrawWithin(transaction, id, { by: 'customer', reason: 'denied-afterwards' }, now);
      if (ending.outcome === 'ended') withdrawn.push(id);
    }
    // A chain of its own: there is no consent, and its absence is what is proved.
    if (isFirst)
      await beginChain(transaction, randomUUID(), [
        shown(ticket, textVersion),
        { type: 'denied', actor: 'customer', happenedAt: now, detail: { withdrawn } },
      ]);
    return { outcome: 'denied', withdrawn };
  });
}

// What was put to whom, when, and in which words; the words themselves are kept with the consent.
const shown = ({ request, sub, wordsHash, issuedAt }: Ticket, version: string): ConsentEvent => ({
  type: 'shown',
  actor: 'accord',
  happenedAt: issuedAt,
  detail: {
    clientId: request.clientId,
    providerId: request.providerId,
    sub,
    correlationId: request.correlationId,
    clusters: request.scope,
    language: request.language,
    textVersion: version,
    textHash: wordsHash,
    ...(request.authorizationDetails && { authorizationDetails: request.authorizationDetails }),
  },
});

// 256 bits, known to nobody who cannot open the ticket; the same for every submission of one page.
const authorizationCodeOf = ({ id }: Ticket): string =>
  createHmac('sha256', id).update('authorization code').digest('base64url');

function consentOf(ticket: Ticket, { accountIds, period, text, textVersion }: Choice, now: number): Consent {
  const { request } = ticket;
  return {
    id: randomUUID(),
    clientId: request.clientId,
    providerId: request.providerId,
    sub: ticket.sub,
    correlationId: request.correlationId,
    clusters: request.scope,
    accountIds,
    durationType: period.durationType,
    lookbackFrom: period.lookbackFrom,
    language: request.language,
    textVersion,
    textHash: ticket.wordsHash,
    text,
    requestHash: requestHashOf(ticket),
    askedScope: request.askedScope,
    authorizationDetails: request.authorizationDetails,
    createdAt: now,
    // A consent for once ends with the token that its code can bring at the latest.
    expiresAt: period.until ?? now + codeLife + accessTokenLife,
  };
}
