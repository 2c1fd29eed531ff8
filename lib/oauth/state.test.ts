import { describe, expect, it } from 'vitest';
import {
  formatQuery,
  goodRequest,
  type Parameters,
  withoutParameters,
  withValue,
} from '../../test/referee/good-request.ts';
import { answerTo, readQuery, requestOf } from '../../test/world/authorization-reading.ts';

describe('state', () => {
  it.each([
    ['1 character', 's'],
    ['2000 characters', 's'.repeat(2000)],
    ['2000 astral characters', '😀'.repeat(2000)],
    ['quotes and signs', `'"&%+#=?;/\\ `],
    ['a byte order mark', '\ufeffs'],
  ])('A11 of %s is given back byte for byte', (_, state) => {
    expect(requestOf(withValue(goodRequest, 'state', state)).state).toBe(state);
    expect(answerTo(withoutParameters(withValue(goodRequest, 'state', state), 'scope'))).toHaveProperty('state', state);
  });

  it.each([
    ['repeated', [...goodRequest, ['state', 'other']]],
    ['too long', withValue(goodRequest, 'state', 's'.repeat(2001))],
    ['empty', withValue(goodRequest, 'state', '')],
    ...['\0', '\t', '\r\n', '\x1b', '\x7f', '\x85', '\x9f'].map(
      (control) => [`with ${JSON.stringify(control)} in it`, withValue(goodRequest, 'state', `a${control}b`)] as const,
    ),
  ] as [string, Parameters][])('A11 that is %s is not given back', (_, parameters) =>
    expect(answerTo(parameters)).not.toHaveProperty('state'),
  );

  it('A11 that is not UTF-8 is refused, because it could not be given back byte for byte', () => {
    const reading = readQuery(`${formatQuery(withoutParameters(goodRequest, 'state'))}&state=a%FFb`);
    expect(reading).toMatchObject({ outcome: 'refused', error: 'invalid_request' });
    expect(reading).toHaveProperty('redirectTo', expect.not.stringContaining('state='));
  });
});
