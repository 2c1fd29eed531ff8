import type { ConsentRequest } from '../oauth/consent-request.ts';
import type { Recipient } from '../registry/recipient.ts';

const day = 86_400;

/** For how long and how far back a request asks for data; periods in days. */
export type RequestedTerms = Pick<ConsentRequest, 'durationType' | 'durationPeriod' | 'lookbackPeriod'>;

/**
 * The terms of one request. What it leaves out is as the recipient has registered; the first duration type is the
 * default.
 */
export function requestedTerms(
  { limits }: Pick<Recipient, 'limits'>,
  asked: ConsentRequest | undefined,
): RequestedTerms {
  return {
    durationType: asked?.durationType ?? limits.durationTypes[0] ?? 'ONE_TIME',
    durationPeriod: asked?.durationPeriod ?? limits.durationPeriod,
    lookbackPeriod: asked?.lookbackPeriod ?? limits.lookbackPeriod,
  };
}

/** From when data reaches back and until when it may be fetched, in epoch seconds; `ONE_TIME` has no end to show. */
export interface ConsentPeriod {
  durationType: RequestedTerms['durationType'];
  lookbackFrom: number | undefined;
  until: number | undefined;
}

/** The period that is asked for, counted from the moment the page was shown. */
export function consentPeriod(terms: RequestedTerms, shownAt: number): ConsentPeriod {
  const { durationType, durationPeriod, lookbackPeriod } = terms;
  return {
    durationType,
    lookbackFrom: lookbackPeriod && shownAt - lookbackPeriod * day,
    until: durationType === 'ONE_TIME' ? undefined : shownAt + (durationPeriod ?? 365) * day,
  };
}

/** The days for which a consent was given. */
export const daysOf = ({ createdAt, expiresAt }: { createdAt: number; expiresAt: number }): number =>
  Math.round((expiresAt - createdAt) / day);

/** The shorter ends a customer may choose, in days from the moment the page was shown. */
const shorterPeriods = [180, 90, 30];

/**
 * The days to choose from, the longest first. Empty when data is asked for once, or for so short a time that nothing
 * shorter is offered.
 */
export function offeredPeriods({ durationType, durationPeriod = 365 }: RequestedTerms): number[] {
  const shorter = durationType === 'ONE_TIME' ? [] : shorterPeriods.filter((days) => days < durationPeriod);
  return shorter.length === 0 ? [] : [durationPeriod, ...shorter];
}

/**
 * The period that a customer chose among those offered, in days as text. Undefined for any other choice; never longer
 * than asked.
 */
export function choosePeriod(
  terms: RequestedTerms,
  shownAt: number,
  chosen: readonly string[],
): ConsentPeriod | undefined {
  const period = consentPeriod(terms, shownAt);
  const [days, ...more] = chosen;
  if (days === undefined) return period;
  const offered = offeredPeriods(terms).find((known) => String(known) === days);
  return offered === undefined || more.length > 0 ? undefined : { ...period, until: shownAt + offered * day };
}
