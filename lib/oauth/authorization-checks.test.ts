import { describe, expect, it } from 'vitest';
import {
  careful,
  codeChallenge,
  goodPublicRequest,
  goodRequest,
  withoutParameters,
  withValue,
} from '../../test/referee/good-request.ts';
import { errorOf, read, requestOf } from '../../test/world/authorization-reading.ts';

const withRequired = (clientId: string) =>
  withValue(withValue(goodRequest, 'client_id', clientId), 'redirect_uri', 'https://recipient.example/callback');

const parameterNames = [
  ...goodPublicRequest.map(([name]) => name),
  ...['correlation_id', 'language', 'ui_locales', 'request', 'request_uri', 'registration'],
];
const redirectedNames = parameterNames.filter((name) => name !== 'client_id' && name !== 'redirect_uri');

describe('parameters', () => {
  it.each(redirectedNames)('A6 %s given twice is invalid_request, whatever its values', (name) => {
    const once = withoutParameters(goodPublicRequest, name);
    const value = goodPublicRequest.find(([known]) => known === name)?.[1] ?? 'en';
    const twice = [
      [value, value],
      [value, ''],
      ['', value],
      ['', ''],
    ] as const;
    for (const [first, second] of twice)
      expect(errorOf([...once, [name, first], [name, second]])).toBe('invalid_request');
  });

  it.each(parameterNames)('A7 an empty %s is as good as none', (name) =>
    expect(read(withValue(goodPublicRequest, name, ''))).toEqual(read(withoutParameters(goodPublicRequest, name))),
  );

  it('A7 unknown ones are ignored, repeated or not', () =>
    expect(read([...goodRequest, ['nonce', 'n'], ['x', '1'], ['x', '2'], ['State', 's'], ['scope[]', 'y']])).toEqual(
      read(goodRequest),
    ));
});

describe('PKCE', () => {
  const withPkce = (challenge: string, method: string) =>
    withValue(withValue(goodRequest, 'code_challenge', challenge), 'code_challenge_method', method);

  it('A10 is honoured when a client that need not use it does', () =>
    expect(requestOf(withPkce(codeChallenge, 'S256')).codeChallenge).toBe(codeChallenge));

  it.each([
    [
      'a missing challenge of a public client',
      withoutParameters(goodPublicRequest, 'code_challenge', 'code_challenge_method'),
    ],
    ['a missing challenge of a client that must use it', withRequired(careful.clientId)],
    ['a missing method, which means plain', withPkce(codeChallenge, '')],
    ['the method plain', withPkce(codeChallenge, 'plain')],
    ['the method s256', withPkce(codeChallenge, 's256')],
    ['a method without a challenge', withPkce('', 'S256')],
    ['a challenge of 42 characters', withPkce(codeChallenge.slice(1), 'S256')],
    ['a challenge of 44 characters', withPkce(`${codeChallenge}A`, 'S256')],
    ['a challenge in plain base64', withPkce(`+${codeChallenge.slice(1)}`, 'S256')],
  ])('A10 %s is invalid_request', (_, parameters) => expect(errorOf(parameters)).toBe('invalid_request'));
});
