import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type Language, languages, loadMessages } from '#i18n/locale.ts';
import { factsOf } from '../../test/world/facts.ts';
import { registeredProvider, registeredRecipient } from '../../test/world/registration.ts';
import { temporaryDirectory } from '../../test/world/temporary-database.ts';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { dataClusters } from '../oauth/scope.ts';
import { writeDisclosure } from './disclosure.ts';
import { readRecordedDisclosure } from './recorded-disclosure.ts';

temporaryServer();
const directory = temporaryDirectory();
vi.stubEnv('ACCORD_REGISTRY', join(directory, 'registry.json'));

const marked = (messages: object): object =>
  Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [key, typeof value === 'string' ? `§${value}` : marked(value)]),
  );

/** A bank that has marked each of our messages. */
async function markingBank() {
  for (const language of languages)
    writeFileSync(join(directory, `${language}.json`), JSON.stringify(marked(await loadMessages(language))));
  return registeredProvider({ 'wording#en': 'en.json', 'wording#fr': 'fr.json' });
}

/** Every text that a customer reads in a disclosure. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  const hidden = ['version', 'language', 'cluster', 'accountId'];
  return Object.entries(value).flatMap(([key, inside]) => (hidden.includes(key) ? [] : textsIn(inside)));
}

describe.each<Language>(languages)('a consent page in the words of its bank, in %s', (language) => {
  it('has them in every sentence, and is recorded so', async () => {
    const provider = await markingBank();
    const facts = factsOf({ provider, scope: dataClusters, recipient: registeredRecipient() });
    const words = writeDisclosure(facts, language);
    // Names of accounts and products, and dates alone, are nobody's wording.
    const texts = textsIn(words).filter((text) => !/^Bills|^Rainy day|^Everyday Chequing$|^[^§]*\s2026$/.test(text));
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.filter((text) => !text.includes('§'))).toEqual([]);
    expect(readRecordedDisclosure(words.version, JSON.stringify(words))).toEqual(words);
  });

  it('leaves the words of another bank as they are', async () => {
    const provider = await markingBank();
    writeDisclosure(factsOf({ provider }), language);
    expect(JSON.stringify(writeDisclosure(factsOf(), language))).not.toContain('§');
  });
});

describe('the dates of a consent page', () => {
  it('are those of the time zone of the bank', () => {
    // The end, on March 12, 2027 at 05:30 UTC, is half past midnight in Toronto, and the evening before in Vancouver.
    const shownAt = Date.UTC(2026, 2, 12, 5, 30) / 1000;
    const untilAt = (time_zone: string) =>
      writeDisclosure(factsOf({ provider: registeredProvider({ time_zone }), shownAt }), 'en').glance.until;
    expect(untilAt('America/Toronto')).toContain('March\u00a012,\u00a02027');
    expect(untilAt('America/Vancouver')).toContain('March\u00a011,\u00a02027');
  });
});
