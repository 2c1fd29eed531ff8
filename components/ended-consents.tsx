import { useTranslations } from 'next-intl';
import type { OwnConsents } from '#lib/dashboard/own-consents.ts';
import { ConsentList } from './consent-list.tsx';

/** What is no longer shared, folded; open where the list of it goes on. */
export function EndedConsents({
  consents: { ended, older, isFurther },
  place,
}: {
  consents: OwnConsents;
  place: string;
}) {
  const t = useTranslations('Dashboard');
  return (
    <details open={isFurther} className="open:[&>summary]:mb-3">
      <summary className="min-h-7">
        <h2 className="inline">{t('ended')}</h2>
      </summary>
      <ConsentList consents={ended} place={place} />
      {older && (
        <p className="mt-3">
          <a href={older}>{t('older')}</a>
        </p>
      )}
    </details>
  );
}
