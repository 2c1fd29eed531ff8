import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { OutsideLink } from './outside-link.tsx';
import { Row } from './row.tsx';

/** What a bank says of itself below every page: its terms, how it protects personal information, and a paragraph of its own. */
export function ProviderFooter({ provider: { termsUri, privacyUri, legal } }: { provider: Provider }) {
  const t = useTranslations('ProviderFooter');
  const language = useLanguage();
  const links = [
    { href: termsUri[language], text: t('terms') },
    { href: privacyUri[language], text: t('privacy') },
  ].flatMap(({ href, text }) => (href ? [{ href, text }] : []));
  return (
    <>
      {links.length > 0 && (
        <Row as="div">
          {links.map(({ href, text }) => (
            <OutsideLink key={text} href={href} text={text} />
          ))}
        </Row>
      )}
      {legal && (
        <p>
          <small>{legal[language]}</small>
        </p>
      )}
    </>
  );
}
