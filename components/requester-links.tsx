import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import { namesIn } from '#lib/registry/name.ts';
import type { Recipient } from '#lib/registry/recipient.ts';
import { OutsideLink } from './outside-link.tsx';
import { Row } from './row.tsx';

/** The recipient's own pages. */
export function RequesterLinks({ recipient: { name, clientUri, policyUri } }: { recipient: Recipient }) {
  const t = useTranslations('Consent.requester');
  const names = namesIn(useLanguage(), { recipient: name });
  if (!clientUri && !policyUri) return null;
  return (
    <Row>
      {clientUri && <OutsideLink href={clientUri} text={t('website', names)} />}
      {policyUri && <OutsideLink href={policyUri} text={t('policy', names)} />}
    </Row>
  );
}
