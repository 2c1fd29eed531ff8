import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import { namesIn } from '#lib/registry/name.ts';
import type { Recipient } from '#lib/registry/recipient.ts';
import { OutsideLink } from './outside-link.tsx';
import { Row } from './row.tsx';

/** The recipient's own pages, and the public register that it is in. */
export function RequesterLinks({ recipient }: { recipient: Recipient }) {
  const t = useTranslations('Consent.requester');
  const register = useTranslations('Dashboard.receipt')('register');
  const language = useLanguage();
  const { name, clientUri, policyUri } = recipient;
  const registerUri = recipient.registerUri[language];
  const names = namesIn(language, { recipient: name });
  if (!clientUri && !policyUri && !registerUri) return null;
  return (
    <Row>
      {clientUri && <OutsideLink href={clientUri} text={t('website', names)} />}
      {registerUri && <OutsideLink href={registerUri} text={register} />}
      {policyUri && <OutsideLink href={policyUri} text={t('policy', names)} />}
    </Row>
  );
}
