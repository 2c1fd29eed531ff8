import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '#i18n/locale.ts';
import { factsOf } from '../../test/world/facts.ts';
import { registeredAccount, registeredRecipient } from '../../test/world/registration.ts';
import { dataClusters } from '../oauth/scope.ts';
import { textVersion, writeDisclosure } from './disclosure.ts';
import { readRecordedDisclosure } from './recorded-disclosure.ts';

const directory = new URL('../../test/world/recorded-words/', import.meta.url);
/** A record of each version, as a server of that day wrote it. They are kept, and never brought up to date. */
const kept = new Map(
  readdirSync(directory).map((file) => [basename(file, '.json'), readFileSync(new URL(file, directory), 'utf8')]),
);

describe('words that were recorded', () => {
  for (const [version, record] of kept)
    it(`are read whole from the record of version ${version}`, () => {
      expect(readRecordedDisclosure(version, record)).toEqual(JSON.parse(record));
    });

  it('have a record of today’s version among those that are kept', () => {
    expect([...kept.keys()]).toContain(textVersion);
  });

  for (const language of languages)
    it(`are read whole as they are written today, in ${language}`, () => {
      const once = registeredRecipient({ duration_type: ['ONE_TIME'], duration_period: undefined });
      const closed = registeredAccount({ accountId: 'acc-2', status: 'CLOSED', relationship: 'PRIMARY_JOINT' });
      const previous = {
        id: 'consent-1',
        clusters: [...dataClusters],
        accountIds: ['acc-1'],
        createdAt: 0,
        expiresAt: 1_773_327_600,
      };
      for (const facts of [
        factsOf(),
        factsOf({ recipient: once }),
        factsOf({ scope: dataClusters, accounts: [registeredAccount({ relationship: 'JOINT' }), closed], previous }),
      ]) {
        const words = writeDisclosure(facts, language);
        expect(readRecordedDisclosure(words.version, JSON.stringify(words))).toEqual(words);
      }
    });

  it('of a version that is not known are a fault that says so', () => {
    expect(() => readRecordedDisclosure('2031-01-01', '{}')).toThrow(
      'The words of a consent are of version 2031-01-01, which this server does not know',
    );
  });

  const record = JSON.parse(kept.get('2026-11-24.2') ?? '{}');
  for (const [field, changed] of [
    ['', '{'],
    ['rights', JSON.stringify({ ...record, rights: undefined })],
    ['lead', JSON.stringify({ ...record, lead: ['a secret'] })],
    ['', JSON.stringify({ ...record, secret: 'more than was ever written' })],
  ] as const)
    it(`that do not fit their version (${field || 'as a whole'}) are a fault that names the place, and no word`, () => {
      const read = () => readRecordedDisclosure('2026-11-24.2', changed);
      expect(read).toThrow(`The words of a consent do not fit their version 2026-11-24.2: ${field}: `);
      expect(read).not.toThrow(/a secret|ever written/);
    });
});
