import { formatList } from '#i18n/format-list.ts';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { type Name, namesIn } from '../registry/name.ts';
import type { ConsentFacts } from './facts.ts';
import type { Section } from './section.ts';

/** Who asks: brand and legal name, those the data passes through, and where the browser goes next. */
export function writeRequester({ recipient, redirectUri }: ConsentFacts, language: Language): Section {
  const t = translator(language);
  const names = namesIn(language, { recipient: recipient.name });
  const { name: entity, id } = recipient.entity;
  return {
    title: id ? t('Consent.requester.titleWithId', { entity, id }) : t('Consent.requester.title', { entity }),
    lines: [
      t('Consent.requester.entity', { ...names, entity: entity.replace(/\.$/, '') }),
      t('Consent.requester.registration'),
      ...(recipient.resembles.length > 0
        ? [t('Consent.requester.resembles', { ...names, others: listNames(recipient.resembles, language) })]
        : []),
      ...recipient.intermediaries.map(({ name, role }) =>
        role
          ? t('Consent.requester.intermediaryWithRole', { name, role: role[language] })
          : t('Consent.requester.intermediary', { ...names, name }),
      ),
      t('Consent.requester.returnTo', { host: destinationOf(redirectUri, names.recipient) }),
    ],
  };
}

const listNames = (names: Name[], language: Language): string =>
  formatList(
    language,
    names.map((name) => name[language]),
  );

// A private-use scheme has no host: the browser goes back to the app itself.
function destinationOf(redirectUri: string, recipient: string): string {
  const { protocol, host } = new URL(redirectUri);
  return protocol.startsWith('http') ? host : recipient;
}
