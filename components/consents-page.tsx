import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import type { OwnConsents } from '#lib/dashboard/own-consents.ts';
import { ConsentList } from './consent-list.tsx';
import { type DoneJustNow, Notice } from './notice.tsx';
import { Row } from './row.tsx';

/** All that a customer shares from one bank, what is in force first. */
export function ConsentsPage({
  visit: { provider, place },
  consents: { active, ended, older },
  notice,
}: {
  visit: Visit;
  consents: OwnConsents;
  notice: DoneJustNow | undefined;
}) {
  const t = useTranslations('Dashboard');
  const names = { provider: provider.name[useLanguage()] };
  const [running, paused] = [active.filter((view) => !view.isPaused), active.filter((view) => view.isPaused)];
  const isEmpty = active.length === 0 && ended.length === 0;
  return (
    <>
      <title>{t('title')}</title>
      <h1>{t('heading', names)}</h1>
      <Notice notice={notice} />
      <p>{isEmpty ? t('noneEver', names) : t('lead')}</p>
      {!isEmpty && (
        <ConsentList title={t('active')} consents={running} place={place}>
          {running.length === 0 && <p>{t('none')}</p>}
          {active.length > 1 && (
            <Row>
              <a href={`/consents/stop?${place}`}>{t('stopAll')}</a>
            </Row>
          )}
        </ConsentList>
      )}
      {paused.length > 0 && <ConsentList title={t('pausedTitle')} consents={paused} place={place} />}
      {ended.length > 0 && (
        <ConsentList title={t('ended')} consents={ended} place={place}>
          {older && (
            <Row>
              <a href={older}>{t('older')}</a>
            </Row>
          )}
        </ConsentList>
      )}
    </>
  );
}
