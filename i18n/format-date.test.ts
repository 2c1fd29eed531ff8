import { describe, expect, it } from 'vitest';
import { formatDate } from './format-date.ts';

const at = (instant: string) => Date.parse(instant) / 1000;

describe('a date', () => {
  it('is written in full in both languages', () => {
    expect(formatDate('en', at('2026-03-12T15:00:00Z'))).toBe('March\u00a012,\u00a02026');
    expect(formatDate('fr', at('2026-03-12T15:00:00Z'))).toBe('12\u00a0mars\u00a02026');
    expect(formatDate('fr', at('2026-08-02T15:00:00Z'))).toBe('2\u00a0août\u00a02026');
  });

  it('is that of the calendar in Toronto, whatever the clock of the server', () => {
    expect(formatDate('en', at('2026-03-12T03:59:59Z'))).toBe('March\u00a011,\u00a02026');
    expect(formatDate('en', at('2026-03-12T04:00:00Z'))).toBe('March\u00a012,\u00a02026');
    expect(formatDate('en', at('2027-01-01T04:59:59Z'))).toBe('December\u00a031,\u00a02026');
  });

  it('is the same day of a leap year', () => {
    expect(formatDate('fr', at('2028-02-29T12:00:00Z'))).toBe('29\u00a0février\u00a02028');
  });

  it('is the 1er of a month in French', () => {
    expect(formatDate('fr', at('2026-04-01T15:00:00Z'))).toBe('1er\u00a0avril\u00a02026');
  });
});
