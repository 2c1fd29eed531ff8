import { formatList } from '#i18n/format-list.ts';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { type Name, namesIn } from '../registry/name.ts';
import type { ConsentFacts } from './facts.ts';
import type { Section } from './section.ts';

/** Who asks: brand and legal name, those the data passes through, and where the browser goes next. */
export function writeRequester({ recipient, redirectUri }: ConsentFacts, language: Language): Section {
  const t = translator(language);
  const name = recipient.name[language];
  const { entity, intermediaries, resembles } = recipient;
  return {
    title: t('Consent.requester.title'),
    lines: [
      entity.id
        ? t('Consent.requester.entityWithId', { recipient: name, entity: entity.name, id: entity.id })
        : t('Consent.requester.entity', { recipient: name, entity: entity.name.replace(/\.$/, '') }),
      t('Consent.requester.registration'),
      ...(resembles.length > 0
        ? [
            t('Consent.requester.resembles', {
              ...namesIn(language, { recipient: recipient.name }),
              others: listOthers(resembles, language),
            }),
          ]
        : []),
      ...intermediaries.map((intermediary) =>
        intermediary.role
          ? t('Consent.requester.intermediaryWithRole', { name: intermediary.name, role: intermediary.role[language] })
          : t('Consent.requester.intermediary', { name: intermediary.name, recipient: name }),
      ),
      t('Consent.requester.returnTo', { host: destinationOf(redirectUri, name) }),
    ],
  };
}

const listOthers = (names: Name[], language: Language): string =>
  formatList(
    language,
    names.map((name) => name[language]),
  );

// A private-use scheme has no host: the browser goes back to the app itself.
function destinationOf(redirectUri: string, recipient: string): string {
  const { protocol, host } = new URL(redirectUri);
  return protocol.startsWith('http') ? host : recipient;
}
