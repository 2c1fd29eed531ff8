import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { NoticeName } from '#lib/consent/notice.ts';
import { currentRegistry } from '#lib/registry/current.ts';

/** What has just been done, told to a screen reader as well (WCAG 2.2 §4.1.3). */
export function Notice({ notice }: { notice: { name: NoticeName; clientId: string } | undefined }) {
  const t = useTranslations('Dashboard.notice');
  const language = useLanguage();
  const recipient = currentRegistry().recipients.get(notice?.clientId ?? '')?.name[language];
  if (!notice || (notice.name === 'stopped' && !recipient)) return null;
  return (
    <p className="notice" role="status">
      {t(notice.name, { recipient: recipient ?? '' })}
    </p>
  );
}
