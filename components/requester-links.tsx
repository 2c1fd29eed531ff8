import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { Recipient } from '#lib/registry/recipient.ts';
import { Row } from './row.tsx';

/** The recipient's own pages, opened aside so that the answer is not lost. */
export function RequesterLinks({ recipient: { name, clientUri, policyUri } }: { recipient: Recipient }) {
  const t = useTranslations('Consent.requester');
  const names = { recipient: name[useLanguage()] };
  const links = [
    { href: clientUri, text: t('website', names) },
    { href: policyUri, text: t('policy', names) },
  ].filter((link) => link.href !== undefined);
  if (links.length === 0) return null;
  return (
    <Row>
      {links.map(({ href, text }) => (
        <a key={href} href={href} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      ))}
    </Row>
  );
}
