import type { Language } from '#i18n/locale.ts';
import type { Recipient } from '../registry/recipient.ts';

const day = 86_400;

type DurationType = Recipient['durationType'];

/** From when data reaches back and until when it may be fetched, in epoch seconds; `ONE_TIME` has no end to show. */
export interface ConsentPeriod {
  durationType: DurationType;
  lookbackFrom: number | undefined;
  until: number | undefined;
}

/** The period a recipient's registration asks for, counted from the moment the page was shown. */
export function consentPeriod(recipient: Recipient, shownAt: number): ConsentPeriod {
  const { durationType, durationPeriod, lookbackPeriod } = recipient;
  return {
    durationType,
    lookbackFrom: lookbackPeriod && shownAt - lookbackPeriod * day,
    until: durationType === 'ONE_TIME' ? undefined : shownAt + (durationPeriod ?? 365) * day,
  };
}

/** The shorter ends a customer may choose, in days from the moment the page was shown. */
const shorterPeriods = [180, 90, 30];

/** The days that are offered: what the recipient asks for, and less; nothing when data is asked for once, or for too short a time. */
export function offeredPeriods({ durationType, durationPeriod = 365 }: Recipient): number[] {
  const shorter = durationType === 'ONE_TIME' ? [] : shorterPeriods.filter((days) => days < durationPeriod);
  return shorter.length === 0 ? [] : [durationPeriod, ...shorter];
}

/** The period with the end that a customer chose among those offered, never longer; undefined for any other choice. */
export function choosePeriod(
  recipient: Recipient,
  shownAt: number,
  chosen: readonly string[],
): ConsentPeriod | undefined {
  const period = consentPeriod(recipient, shownAt);
  const [days, ...more] = chosen;
  if (days === undefined) return period;
  const offered = offeredPeriods(recipient).find((known) => String(known) === days);
  return offered === undefined || more.length > 0 ? undefined : { ...period, until: shownAt + offered * day };
}

// The customers' calendar; which of Canada's six zones it is moves a date by a day at most.
const timeZone = 'America/Toronto';
const calendars = {
  en: new Intl.DateTimeFormat('en-CA', { dateStyle: 'long', timeZone }),
  fr: new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeZone }),
};

/** A date in full, such as `March 12, 2026`, `12 mars 2026` and `1er avril 2026`. */
export function formatDate(language: Language, seconds: number): string {
  const date = calendars[language].format(seconds * 1000);
  return language === 'fr' ? date.replace(/^1(?=\s)/, '1er') : date;
}
