import type { Language } from '#i18n/locale.ts';
import { locales, translator } from '#i18n/recorded-translator.ts';
import { dataClusters } from '../oauth/scope.ts';
import { isShareable } from '../registry/account.ts';
import type { ConsentFacts, Passage } from './consent-words.ts';
import { clustersToTell } from './data-cluster.ts';

const lists = {
  en: new Intl.ListFormat(locales.en, { type: 'conjunction' }),
  fr: new Intl.ListFormat(locales.fr, { type: 'conjunction' }),
};

/** Brand and legal name, those in between, and where the browser goes next. */
export function writeRequester({ recipient, redirectUri }: ConsentFacts, language: Language): Passage {
  const t = translator(language);
  const name = recipient.name[language];
  const { entity, intermediaries } = recipient;
  return {
    title: t('Consent.requester.title'),
    lines: [
      entity.id
        ? t('Consent.requester.entityWithId', { recipient: name, entity: entity.name, id: entity.id })
        : t('Consent.requester.entity', { recipient: name, entity: entity.name.replace(/\.$/, '') }),
      t('Consent.requester.registration'),
      ...intermediaries.map((intermediary) =>
        intermediary.role
          ? t('Consent.requester.intermediaryWithRole', { name: intermediary.name, role: intermediary.role[language] })
          : t('Consent.requester.intermediary', { name: intermediary.name, recipient: name }),
      ),
      t('Consent.requester.returnTo', { host: destinationOf(redirectUri, name) }),
    ],
  };
}

// A private-use scheme has no host: the browser goes back to the app itself.
function destinationOf(redirectUri: string, recipient: string): string {
  const { protocol, host } = new URL(redirectUri);
  return protocol.startsWith('http') ? host : recipient;
}

/** What is not shared and cannot be done. */
export function writeLimits({ recipient, scope, accounts }: ConsentFacts, language: Language): Passage {
  const t = translator(language);
  const name = recipient.name[language];
  const notAsked = dataClusters.filter((cluster) => !scope.includes(cluster) && !isToldBy(scope, cluster));
  return {
    title: t('Consent.limits.title'),
    lines: [
      t('Consent.limits.credentials'),
      t('Consent.limits.money', { recipient: name }),
      ...(accounts.filter(isShareable).length > 1 ? [t('Consent.limits.accounts')] : []),
      ...(notAsked.length > 0
        ? [
            t('Consent.limits.notAsked', {
              recipient: name,
              clusters: lists[language].format(notAsked.map((cluster) => t(`Cluster.${cluster}.short`))),
            }),
          ]
        : []),
    ],
  };
}

const isToldBy = (scope: ConsentFacts['scope'], cluster: ConsentFacts['scope'][number]) =>
  !clustersToTell([...scope, cluster]).includes(cluster);

/** That it is free, what refusing and stopping mean, where to complain, and the number to quote. */
export function writeRights({ recipient, provider, correlationId }: ConsentFacts, language: Language): Passage {
  const t = translator(language);
  const names = { recipient: recipient.name[language], provider: provider.name[language] };
  return {
    title: t('Consent.rights.title'),
    lines: [
      t('Consent.rights.free'),
      t('Consent.rights.refuse', names),
      recipient.durationType === 'ONE_TIME' ? t('Consent.rights.stopOnce', names) : t('Consent.rights.stop', names),
      t('Consent.rights.complain', names),
      t('Consent.rights.reference', { id: correlationId }),
    ],
  };
}
