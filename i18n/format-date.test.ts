import { describe, expect, it } from 'vitest';
import { formatDate, onOneLine } from './format-date.ts';

const at = (instant: string) => Date.parse(instant) / 1000;

describe('a date', () => {
  it('is written in full in both languages', () => {
    expect(formatDate('en', at('2026-03-12T15:00:00Z'))).toBe(onOneLine('March 12, 2026'));
    expect(formatDate('fr', at('2026-03-12T15:00:00Z'))).toBe(onOneLine('12 mars 2026'));
    expect(formatDate('fr', at('2026-08-02T15:00:00Z'))).toBe(onOneLine('2 août 2026'));
  });

  it('is that of the calendar in Toronto, whatever the clock of the server', () => {
    expect(formatDate('en', at('2026-03-12T03:59:59Z'))).toBe(onOneLine('March 11, 2026'));
    expect(formatDate('en', at('2026-03-12T04:00:00Z'))).toBe(onOneLine('March 12, 2026'));
    expect(formatDate('en', at('2027-01-01T04:59:59Z'))).toBe(onOneLine('December 31, 2026'));
  });

  it('is the same day of a leap year', () => {
    expect(formatDate('fr', at('2028-02-29T12:00:00Z'))).toBe(onOneLine('29 février 2028'));
  });

  it('is the 1er of a month in French', () => {
    expect(formatDate('fr', at('2026-04-01T15:00:00Z'))).toBe(onOneLine('1er avril 2026'));
  });
});
