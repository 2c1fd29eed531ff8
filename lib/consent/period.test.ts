import { describe, expect, it } from 'vitest';
import { registeredRecipient } from '../../test/world/registration.ts';
import { shownAt } from '../../test/world/ticket.ts';
import type { ConsentRequest } from '../oauth/consent-request.ts';
import { choosePeriod, consentPeriod, offeredPeriods, requestedTerms } from './period.ts';

const day = 86_400;
const asked: ConsentRequest = {
  durationType: 'TIME_BOUND',
  durationPeriod: 60,
  lookbackPeriod: 90,
  clusters: ['ACCOUNT_BASIC'],
  asked: '[]',
};
const terms = (change: Partial<ConsentRequest> = {}) => requestedTerms(registeredRecipient(), { ...asked, ...change });
const registered = (change: object = {}) => requestedTerms(registeredRecipient(change), undefined);

describe('the terms of a request', () => {
  it('are those registered when it says nothing of them', () =>
    expect(registered()).toEqual({ durationType: 'TIME_BOUND', durationPeriod: 365, lookbackPeriod: 730 }));

  it('are of the first duration type that is registered', () =>
    expect(registered({ duration_type: ['PERSISTENT', 'ONE_TIME'] }).durationType).toBe('PERSISTENT'));

  it('are those it asks for, and leave the registration as it is', () => {
    const recipient = registeredRecipient();
    expect(requestedTerms(recipient, asked)).toEqual({
      durationType: 'TIME_BOUND',
      durationPeriod: 60,
      lookbackPeriod: 90,
    });
    expect(recipient).toEqual(registeredRecipient());
  });

  it('are as registered in what it leaves out', () => {
    expect(terms({ durationPeriod: undefined }).durationPeriod).toBe(365);
    expect(terms({ lookbackPeriod: undefined }).lookbackPeriod).toBe(730);
  });
});

describe('the period of a consent', () => {
  it('ends the number of days asked for after the page was shown, and reaches back as far as asked', () => {
    expect(consentPeriod(terms(), shownAt)).toEqual({
      durationType: 'TIME_BOUND',
      lookbackFrom: shownAt - 90 * day,
      until: shownAt + 60 * day,
    });
  });

  it('has no end to show when data is asked for once', () => {
    expect(consentPeriod(terms({ durationType: 'ONE_TIME' }), shownAt)).toMatchObject({
      durationType: 'ONE_TIME',
      until: undefined,
    });
  });

  it('has no beginning when none is registered', () => {
    expect(consentPeriod(registered({ lookback_period: undefined }), shownAt).lookbackFrom).toBeUndefined();
  });
});

describe('the end of a consent', () => {
  it('may be as asked, or one of the shorter ones', () => {
    expect(offeredPeriods(registered())).toEqual([365, 180, 90, 30]);
    expect(offeredPeriods(terms())).toEqual([60, 30]);
  });

  it('is not to be chosen when data is asked for once, or for thirty days or less', () => {
    expect(offeredPeriods(terms({ durationType: 'ONE_TIME' }))).toEqual([]);
    expect(offeredPeriods(terms({ durationPeriod: 30 }))).toEqual([]);
  });

  it('is the one chosen, and as asked when none is', () => {
    expect(choosePeriod(terms(), shownAt, ['30'])?.until).toBe(shownAt + 30 * day);
    expect(choosePeriod(terms(), shownAt, [])?.until).toBe(shownAt + 60 * day);
  });

  it.each([[['61']], [['90']], [['030']], [['']], [['30', '60']]])('is never another: %j', (chosen) =>
    expect(choosePeriod(terms(), shownAt, chosen)).toBeUndefined(),
  );
});
