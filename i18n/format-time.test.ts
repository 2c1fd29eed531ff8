import { expect, it } from 'vitest';
import { formatTime } from './format-time.ts';

const at = (instant: string) => Date.parse(instant) / 1000;
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

it('a time names its zone, and stays on one line', () => {
  expect(spaced(formatTime('en', at('2026-11-24T21:05:00Z')))).toBe('4:05 p.m. EST');
  expect(spaced(formatTime('fr', at('2026-11-24T21:05:00Z')))).toBe('16 h 05 HNE');
  expect(spaced(formatTime('fr', at('2026-07-01T13:30:00Z')))).toBe('09 h 30 HAE');
  expect(formatTime('en', at('2026-11-24T21:05:00Z'))).not.toContain(' ');
});
