import { describe, expect, it } from 'vitest';
import { registeredRecipient } from '../../test/world/registration.ts';
import { shownAt } from '../../test/world/ticket.ts';
import { consentPeriod, formatDate } from './period.ts';

const at = (iso: string) => Date.parse(iso) / 1000;

describe('the period of a consent', () => {
  it('ends the registered number of days after the page was shown, and reaches back as far as registered', () => {
    expect(consentPeriod(registeredRecipient(), shownAt)).toEqual({
      durationType: 'TIME_BOUND',
      lookbackFrom: shownAt - 730 * 86_400,
      until: shownAt + 365 * 86_400,
    });
  });

  it('has no end to show when data is asked for once', () => {
    const recipient = registeredRecipient({ duration_type: ['ONE_TIME'], duration_period: undefined });
    expect(consentPeriod(recipient, shownAt)).toMatchObject({ durationType: 'ONE_TIME', until: undefined });
  });

  it('has no beginning when none is registered', () => {
    expect(consentPeriod(registeredRecipient({ lookback_period: undefined }), shownAt).lookbackFrom).toBeUndefined();
  });

  it('is that of the first duration type that is registered', () => {
    const recipient = registeredRecipient({ duration_type: ['PERSISTENT', 'ONE_TIME'], duration_period: 90 });
    expect(consentPeriod(recipient, shownAt)).toMatchObject({
      durationType: 'PERSISTENT',
      until: shownAt + 90 * 86_400,
    });
  });
});

describe('a date', () => {
  it('is written in full in both languages', () => {
    expect(formatDate('en', at('2026-03-12T15:00:00Z'))).toBe('March 12, 2026');
    expect(formatDate('fr', at('2026-03-12T15:00:00Z'))).toBe('12 mars 2026');
    expect(formatDate('fr', at('2026-08-02T15:00:00Z'))).toBe('2 août 2026');
  });

  it('is that of the calendar in Toronto, whatever the clock of the server', () => {
    expect(formatDate('en', at('2026-03-12T03:59:59Z'))).toBe('March 11, 2026');
    expect(formatDate('en', at('2026-03-12T04:00:00Z'))).toBe('March 12, 2026');
    expect(formatDate('en', at('2027-01-01T04:59:59Z'))).toBe('December 31, 2026');
  });

  it('is the same day of a leap year', () => {
    expect(formatDate('fr', at('2028-02-29T12:00:00Z'))).toBe('29 février 2028');
  });

  it('is the 1er of a month in French', () => {
    expect(formatDate('fr', at('2026-04-01T15:00:00Z'))).toBe('1er avril 2026');
  });
});
