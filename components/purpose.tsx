import { useTranslations } from 'next-intl';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';

/** What a recipient wants the data for; of one that is no longer registered, only the recorded words are left. */
export function Purpose({ view: { recipient, description, words } }: { view: ConsentView }) {
  const t = useTranslations('Consent');
  if (description === undefined) return <p lang={words.language}>{words.purpose}</p>;
  return <p>{t('purpose', { recipient, purpose: description })}</p>;
}
