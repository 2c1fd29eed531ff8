import { useTranslations } from 'next-intl';

/** The title of a page; of a form that is shown again it says at once that something went wrong. */
export function PageTitle({ title, isError }: { title: string; isError: boolean }) {
  const t = useTranslations('Document');
  return <title>{isError ? t('error', { title }) : title}</title>;
}
