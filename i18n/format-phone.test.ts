import { expect, it } from 'vitest';
import { formatPhone } from './format-phone.ts';

it.each([
  ['+1 800 555 0100', '1-800-555-0100', '1\u00a0800\u00a0555-0100'],
  ['1-888-555-0140', '1-888-555-0140', '1\u00a0888\u00a0555-0140'],
  ['+1 (514) 555-0199', '514-555-0199', '514\u00a0555-0199'],
  ['+33 1 99 00 12 34', '+33 1 99 00 12 34', '+33 1 99 00 12 34'],
])('the telephone number %s is written as in Canada', (number, english, french) => {
  expect(formatPhone('en', number)).toBe(english);
  expect(formatPhone('fr', number)).toBe(french);
});
