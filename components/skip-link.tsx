import { useTranslations } from 'next-intl';

/** The way past the banner for those who go by keyboard; unseen until it has the focus. */
export function SkipLink() {
  const t = useTranslations('Document');
  return (
    <a className="absolute -top-16 left-2 bg-card p-2 focus:top-2" href="#main">
      {t('skip')}
    </a>
  );
}
