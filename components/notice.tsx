import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { NoticeName } from '#lib/dashboard/notice.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import { namesIn, plainName } from '#lib/registry/name.ts';

/** What has just been done, and to the consent of which recipient. */
export interface DoneJustNow {
  name: NoticeName;
  clientId: string;
}

/** What has just been done, told to a screen reader as well (WCAG 2.2 §4.1.3). */
export function Notice({ notice }: { notice: DoneJustNow | undefined }) {
  const t = useTranslations('Dashboard.notice');
  const language = useLanguage();
  const recipient = currentRegistry().recipients.get(notice?.clientId ?? '')?.name;
  if (!notice || (notice.name === 'stopped' && !recipient)) return null;
  return (
    <p className="border-s-6 border-second px-3 py-2 font-semibold" role="status">
      {t(notice.name, namesIn(language, { recipient: recipient ?? plainName('') }))}
    </p>
  );
}
