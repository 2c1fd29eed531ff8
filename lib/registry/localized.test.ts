import { describe, expect, it } from 'vitest';
import { byLanguage, languages } from '#i18n/locale.ts';
import { provider, read, readProvider, readRecipient, recipient, registryOf } from '../../test/world/registry-file.ts';

describe('a localized text of the registry', () => {
  it('may tag every localized text with every language', () => {
    for (const language of languages) {
      const { providers } = registryOf(readProvider({ [`name#${language}`]: 'Tagged' }));
      expect(providers.get('1000')?.name).toMatchObject({ ...byLanguage(() => 'Maple Bank'), [language]: 'Tagged' });
      const { recipients } = registryOf(
        readRecipient({
          [`client_name#${language}`]: 'Tagged',
          [`description#${language}`]: 'Tagged',
          intermediaries: [{ name: 'Relay', role: 'carrier', [`role#${language}`]: 'Tagged' }],
        }),
      );
      const { name, description, intermediaries } = recipients.get('budget') ?? {};
      for (const text of [name, description, intermediaries?.[0]?.role]) expect(text?.[language]).toBe('Tagged');
    }
  });

  it('says the one text in both languages when there is no French', () =>
    expect(registryOf(readRecipient({})).recipients.get('budget')?.name).toMatchObject({
      en: 'Budget Buddy',
      fr: 'Budget Buddy',
    }));

  it('says each language its own text', () => {
    const registry = registryOf(
      read([{ ...provider, 'name#fr': 'Banque Érable' }], [{ ...recipient, 'client_name#fr': 'Budget Copain' }]),
    );
    expect(registry.recipients.get('budget')?.name.fr).toBe('Budget Copain');
    expect(registry.providers.get('1000')?.name).toMatchObject({ en: 'Maple Bank', fr: 'Banque Érable' });
  });
});
