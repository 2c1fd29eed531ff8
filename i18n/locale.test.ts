import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages, otherLanguages, readAcceptLanguage, readLanguage } from './locale.ts';

const read = (parameters: Record<string, string>) => readLanguage(new URLSearchParams(parameters));

describe('the language of a request', () => {
  it.each([
    ['English when nothing is asked', {}, 'en'],
    ['what language asks, en', { language: 'en' }, 'en'],
    ['what language asks, fr', { language: 'fr' }, 'fr'],
    ['French for fr-CA', { language: 'fr-CA' }, 'fr'],
    ['French for FR', { language: 'FR' }, 'fr'],
    ['English for en-GB', { language: 'en-GB' }, 'en'],
    ['what language asks, even when ui_locales says another', { language: 'fr', ui_locales: 'en' }, 'fr'],
    ['English for a language that we do not have', { language: 'de' }, 'en'],
    [
      'English for a language that we do not have, even when ui_locales says French',
      { language: 'de', ui_locales: 'fr' },
      'en',
    ],
    ['English for a word that only begins like a tag of ours', { language: 'french' }, 'en'],
    ['English for a tag that only holds one of ours', { language: 'x-fr' }, 'en'],
    ['that of ui_locales when language is empty', { language: '', ui_locales: 'fr' }, 'fr'],
    ['the first of ui_locales', { ui_locales: 'fr en' }, 'fr'],
    ['the first of ui_locales that we have', { ui_locales: 'de pt-BR fr-CA en' }, 'fr'],
    ['English when ui_locales has none of ours', { ui_locales: 'de es' }, 'en'],
    ['English when ui_locales is empty', { ui_locales: '' }, 'en'],
    ['not disturbed by more than one space', { ui_locales: ' de   fr ' }, 'fr'],
  ])('A22 is %s', (_, parameters, language) => expect(read(parameters as Record<string, string>)).toBe(language));

  it('A22 is one of ours whatever is asked, never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (language, locales) => {
        expect(languages).toContain(read({ language, ui_locales: locales }));
      }),
    );
  });

  it('can be switched to all the others', () => expect(languages.map(otherLanguages)).toEqual([['fr'], ['en']]));
});

describe('the language that a browser prefers', () => {
  it.each([
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['en-CA,en;q=0.9,fr;q=0.8', 'en'],
    ['en;q=0.3, fr;q=0.7', 'fr'],
    ['de-CH, fr;q=0.2', 'fr'],
    ['fr;q=0, en', 'en'],
    ['FR', 'fr'],
    ['de', undefined],
    ['*', undefined],
    ['fr;q=x', 'fr'],
    ['', undefined],
    [null, undefined],
  ])('of %j is %j', (header, language) => expect(readAcceptLanguage(header)).toBe(language));

  it('is one of ours or none, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => {
        expect([...languages, undefined]).toContain(readAcceptLanguage(header));
      }),
    );
  });
});
