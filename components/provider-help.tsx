import { useTranslations } from 'next-intl';
import { formatPhone } from '#i18n/format-phone.ts';
import { useLanguage } from '#i18n/use-language.ts';
import { namesIn } from '#lib/registry/name.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { OutsideLink } from './outside-link.tsx';
import { Row } from './row.tsx';

/** The bank's help, at the same place on every page (WCAG 2.2 §3.2.6). */
export function ProviderHelp({ provider: { name, helpUri, helpPhone } }: { provider: Provider }) {
  const t = useTranslations('ProviderHelp');
  const language = useLanguage();
  if (!helpUri && !helpPhone) return null;
  const text = t('label', namesIn(language, { provider: name }));
  return (
    <Row as="footer">
      {helpUri ? <OutsideLink href={helpUri} text={text} /> : <span>{text}</span>}
      {helpPhone && <a href={`tel:${helpPhone.replaceAll(/[^+\d]/g, '')}`}>{formatPhone(language, helpPhone)}</a>}
    </Row>
  );
}
