import { expect, it } from 'vitest';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { sealFor } from '../keys/seal.ts';
import { plainName } from '../registry/name.ts';
import { problem } from './problem.ts';
import { openProblemAddress, problemAddress, readProblemHeader, writeProblemHeader } from './problem-header.ts';

temporaryServer();

const met = problem('bank-unavailable', 503, 'fr', {
  next: {
    retry: '/authorize?state=é%41',
    giveUp: { address: 'https://ledger.example/?a=b', recipient: plainName('Écu\r\n漢') },
  },
});

it('hands a problem on in a header, whatever is in its words', () => {
  expect(readProblemHeader(writeProblemHeader(met))).toEqual(met);
  expect(writeProblemHeader(met)).toMatch(/^[\x21-\x7e]+$/);
  expect(readProblemHeader(null)).toBeUndefined();
});

it('leads to a problem by an address that nobody else can make up', () => {
  const { pathname, searchParams } = new URL(problemAddress(met), 'https://consent.bank.example');
  expect(pathname).toBe('/problem');
  expect(openProblemAddress(searchParams)).toEqual(met);
  const open = (of?: string) => openProblemAddress(new URLSearchParams(of === undefined ? {} : { of }));
  for (const forged of [undefined, '', JSON.stringify(met), `${searchParams.get('of')}x`, sealFor('ticket').seal(met)])
    expect(open(forged)).toBeUndefined();
});
