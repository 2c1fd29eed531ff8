import { describe, expect, it } from 'vitest';
import { readSignInRequest } from './sign-in-request.ts';

const read = (parameters: Record<string, string>) => readSignInRequest(new URLSearchParams(parameters));

describe('what a request says of signing in', () => {
  it('A23 has a hint of up to 255 characters; a longer one is as if it were not there', () => {
    expect(read({ login_hint: 'x'.repeat(255) }).loginHint).toHaveLength(255);
    expect(read({ login_hint: 'x'.repeat(256) })).toEqual({});
  });

  it('has wishes of up to 255 characters for how strong it is', () => {
    expect(read({ acr_values: 'x'.repeat(255) }).acrValues).toHaveLength(255);
    expect(read({ acr_values: 'x'.repeat(256) })).toEqual({});
  });
});
