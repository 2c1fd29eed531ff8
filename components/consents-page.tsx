import { useTranslations } from 'next-intl';
import type { NoticeName } from '#lib/consent/notice.ts';
import type { OwnConsents } from '#lib/consent/own-consents.ts';
import type { Visit } from '#lib/sign-in/find-customer.ts';
import { ConsentSummary } from './consent-summary.tsx';
import { Notice } from './notice.tsx';

/** All that a customer shares from one bank, what is in force first. */
export function ConsentsPage({
  visit: { provider, place, language },
  consents: { active, ended, older },
  notice,
}: {
  visit: Visit;
  consents: OwnConsents;
  notice: { name: NoticeName; clientId: string } | undefined;
}) {
  const t = useTranslations('Dashboard');
  const names = { provider: provider.name[language] };
  const isEmpty = active.length === 0 && ended.length === 0;
  return (
    <>
      <title>{t('title')}</title>
      <h1>{t('heading', names)}</h1>
      <Notice notice={notice} />
      <p>{isEmpty ? t('noneEver', names) : t('lead')}</p>
      {!isEmpty && (
        <section className="grid gap-5">
          <h2>{t('active')}</h2>
          {active.length === 0 && <p>{t('none')}</p>}
          <ul className="consents">
            {active.map((view) => (
              <ConsentSummary key={view.consent.id} {...{ view, place }} />
            ))}
          </ul>
          {active.length > 1 && (
            <p className="row">
              <a href={`/consents/stop?${place}`}>{t('stopAll')}</a>
            </p>
          )}
        </section>
      )}
      {ended.length > 0 && (
        <section className="grid gap-5">
          <h2>{t('ended')}</h2>
          <ul className="consents">
            {ended.map((view) => (
              <ConsentSummary key={view.consent.id} {...{ view, place }} />
            ))}
          </ul>
          {older && (
            <p className="row">
              <a href={older}>{t('older')}</a>
            </p>
          )}
        </section>
      )}
    </>
  );
}
