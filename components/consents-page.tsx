import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import type { OwnConsents } from '#lib/dashboard/own-consents.ts';
import { namesIn } from '#lib/registry/name.ts';
import { ConsentList } from './consent-list.tsx';
import { EndedConsents } from './ended-consents.tsx';
import { type DoneJustNow, Notice } from './notice.tsx';

/** All that a customer shares from one bank, what is in force first. */
export function ConsentsPage({
  visit: { provider, place },
  consents,
  notice,
}: {
  visit: Visit;
  consents: OwnConsents;
  notice: DoneJustNow | undefined;
}) {
  const t = useTranslations('Dashboard');
  const names = namesIn(useLanguage(), { provider: provider.name });
  const { active, ended, isFurther } = consents;
  const [running, paused] = [active.filter((view) => !view.isPaused), active.filter((view) => view.isPaused)];
  return (
    <>
      <title>{t('title')}</title>
      <h1>{t('heading', names)}</h1>
      <Notice notice={notice} />
      {running.length > 0 && (
        <section className="grid gap-5">
          <p>{t('lead')}</p>
          <h2>{t('active')}</h2>
          <ConsentList consents={running} place={place} />
        </section>
      )}
      {running.length === 0 && !isFurther && (
        <p>{active.length + ended.length === 0 ? t('noneEver', names) : t('none')}</p>
      )}
      {paused.length > 0 && (
        <section className="grid gap-5">
          <h2>{t('pausedTitle')}</h2>
          <ConsentList consents={paused} place={place} />
        </section>
      )}
      {active.length > 1 && (
        <p>
          <a href={`/consents/stop?${place}`}>{t('stopAll')}</a>
        </p>
      )}
      {ended.length > 0 && <EndedConsents consents={consents} place={place} />}
    </>
  );
}
