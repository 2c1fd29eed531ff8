import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

const issuer = 'https://consent.bank.example';
const isOurs = (headers: Record<string, string | undefined>) =>
  isSameOrigin(new Headers(headers as Record<string, string>), issuer);

describe('a post from our own page', () => {
  it.each([
    { Origin: issuer },
    { Origin: issuer, 'Sec-Fetch-Site': 'same-origin' },
    { 'Sec-Fetch-Site': 'same-origin' },
  ])('C8 is known by %o', (headers) => {
    expect(isOurs(headers)).toBe(true);
  });
});

describe('a post from anywhere else', () => {
  it.each([
    {},
    { Origin: 'null' },
    { Origin: '' },
    { Origin: 'https://evil.example' },
    { Origin: 'http://consent.bank.example' },
    { Origin: `${issuer}:8443` },
    { Origin: `${issuer}.evil.example` },
    { Origin: `${issuer}/` },
    { Origin: 'https://CONSENT.bank.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
    { 'Sec-Fetch-Site': '' },
    { Origin: issuer, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: issuer, 'Sec-Fetch-Site': 'none' },
    { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
    { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
    { Referer: `${issuer}/authorize` },
    { Host: 'consent.bank.example', 'X-Forwarded-Host': 'consent.bank.example' },
  ])('C8 is refused with %o', (headers) => {
    expect(isOurs(headers)).toBe(false);
  });

  it('C8 is refused whatever host a proxy is told', () => {
    const forged = { Origin: 'https://evil.example', Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' };
    expect(isOurs(forged)).toBe(false);
  });

  it('C8 is refused when it names its origin twice', () => {
    const headers = new Headers({ Origin: issuer });
    headers.append('Origin', 'https://evil.example');
    expect(isSameOrigin(headers, issuer)).toBe(false);
  });
});
