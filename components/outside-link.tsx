import { useTranslations } from 'next-intl';

/** A link that opens a window of its own, and says so, so that nothing that was filled in is lost. */
export function OutsideLink({ href, text }: { href: string; text: string }) {
  const t = useTranslations('Document');
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {`${text} (${t('newWindow')})`}
    </a>
  );
}
