import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#i18n/locale.ts';
import { factsOf } from '../../test/world/facts.ts';
import { registeredRecipient } from '../../test/world/registration.ts';
import { dataClusters } from '../oauth/scope.ts';
import { type Disclosure, writeDisclosure } from './disclosure.ts';

/** The sentences of a consent page as a customer reads them, headings left out. */
function sentencesOf(words: Disclosure): string[] {
  const { glance, requester, data, accounts, period, limits, rights, assurance, recap } = words;
  const prose = [
    ...Object.values(glance),
    ...requester.lines,
    ...data.clusters.flatMap(({ fields, history, warnings }) => [fields, history ?? '', ...warnings]),
    accounts.intro,
    ...period.lines,
    ...limits.lines,
    ...rights.lines,
    assurance.text,
    recap.what,
    recap.until,
  ];
  return prose.flatMap((text) => text.split(/(?<=[.!?])\s+/)).filter((sentence) => sentence !== '');
}

const wordsIn = (text: string) => text.match(/[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu) ?? [];

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

// A group of vowels is a syllable, a silent ending aside: near enough for an average over a page.
const countGroups = (word: string, group: RegExp) => Math.max(1, word.match(group)?.length ?? 0);
const syllablesIn: Record<Language, (word: string) => number> = {
  en: (word) => countGroups(word.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, ''), /[aeiouy]+/g),
  fr: (word) => countGroups(word.replace(/(?:es|ent|e)$/, ''), /[aeiouyàâäéèêëîïôöûùüœ]+/g),
};

/** Words a sentence, syllables a word, and words of more than six letters in a hundred. */
function measure(sentences: string[], language: Language) {
  const words = sentences.flatMap(wordsIn);
  return {
    length: words.length / sentences.length,
    syllables: sum(words.map((word) => syllablesIn[language](word.toLowerCase()))) / words.length,
    longWords: (100 * words.filter((word) => word.length > 6).length) / words.length,
  };
}

/** The school grade at which an English text is understood (Flesch and Kincaid, 1975). */
function gradeOfEnglish(sentences: string[]): number {
  const { length, syllables } = measure(sentences, 'en');
  return 0.39 * length + 11.8 * syllables - 15.59;
}

/** The reading ease of a French text (Kandel and Moles, 1958): 60 to 70 is standard, 70 to 80 fairly easy. */
function easeOfFrench(sentences: string[]): number {
  const { length, syllables } = measure(sentences, 'fr');
  return 207 - 1.015 * length - 73.6 * syllables;
}

/** What an age of about 12 can read, by the measure that was made for the language. */
const expectEasy: Record<Language, (sentences: string[]) => void> = {
  en: (sentences) => expect(gradeOfEnglish(sentences)).toBeLessThanOrEqual(7),
  fr: (sentences) => expect(easeOfFrench(sentences)).toBeGreaterThanOrEqual(70),
};

/** LIX (Björnsson, 1968), made for any language: to 40 easy, from 50 difficult. */
function lix(sentences: string[], language: Language): number {
  const { length, longWords } = measure(sentences, language);
  return length + longWords;
}

const once = registeredRecipient({ duration_type: ['ONE_TIME'], duration_period: undefined });
const pages = [
  ['that asks for everything', factsOf({ scope: [...dataClusters] })],
  ['that asks for accounts and transactions', factsOf()],
  ['that asks for the least', factsOf({ scope: ['ACCOUNT_BASIC'] })],
  ['that asks once', factsOf({ recipient: once })],
] as const;

describe.each(languages)('in %s', (language) => {
  describe.each(pages)('a consent page %s', (_, facts) => {
    const sentences = sentencesOf(writeDisclosure(facts, language));

    it('can be read at an age of about 12', () => expectEasy[language](sentences));

    it('is easy by the measure for any language', () => {
      expect(lix(sentences, language)).toBeLessThanOrEqual(40);
    });

    it('has no sentence of more than 40 words, and none that is not a list of more than 25', () => {
      for (const sentence of sentences) {
        const isList = sentence.split(',').length > 4;
        expect(wordsIn(sentence).length, sentence).toBeLessThanOrEqual(isList ? 40 : 25);
      }
    });
  });
});

describe('the measure', () => {
  it('finds the usual language of the law too hard, in both languages', () => {
    const english =
      'The undersigned hereby irrevocably authorizes the aforementioned institution to disclose information pertaining to the designated accounts, notwithstanding any confidentiality obligation previously established.';
    const french =
      'Le soussigné autorise irrévocablement l’établissement susmentionné à communiquer les renseignements relatifs aux comptes désignés, nonobstant toute obligation de confidentialité antérieurement établie.';
    expect(gradeOfEnglish([english])).toBeGreaterThan(14);
    expect(easeOfFrench([french])).toBeLessThan(30);
    expect(lix([english], 'en')).toBeGreaterThan(60);
    expect(lix([french], 'fr')).toBeGreaterThan(60);
  });
});
