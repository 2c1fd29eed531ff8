import { translator } from '#i18n/recorded-translator.ts';
import type { ConsentView } from '#lib/disclosure/consent-view.ts';
import { ConsentSummary } from './consent-summary.tsx';
import { DashboardFrame, type DashboardPlace } from './dashboard-frame.tsx';
import { Notice } from './notice.tsx';

/** All that a customer shares from one bank, what is in force first. */
export function ConsentsPage({
  provider,
  customer,
  language,
  place,
  nonce,
  active,
  ended,
  older,
  notice,
}: DashboardPlace & {
  active: ConsentView[];
  ended: ConsentView[];
  /** The address of those that ended before. */
  older: string | undefined;
  notice: string | undefined;
}) {
  const t = translator(language);
  const names = { provider: provider.name[language] };
  const isEmpty = active.length === 0 && ended.length === 0;
  return (
    <DashboardFrame
      title={t('Dashboard.title')}
      heading={t('Dashboard.heading', names)}
      {...{ provider, customer, language, nonce }}
      address="/consents"
    >
      <Notice text={notice} />
      <p>{isEmpty ? t('Dashboard.noneEver', names) : t('Dashboard.lead')}</p>
      {!isEmpty && (
        <section className="grid gap-5">
          <h2>{t('Dashboard.active')}</h2>
          {active.length === 0 && <p>{t('Dashboard.none')}</p>}
          <ul className="consents">
            {active.map((view) => (
              <ConsentSummary key={view.consent.id} {...{ view, place, language }} />
            ))}
          </ul>
          {active.length > 1 && (
            <p className="row">
              <a href={`/consents/stop?${place}`}>{t('Dashboard.stopAll')}</a>
            </p>
          )}
        </section>
      )}
      {ended.length > 0 && (
        <section className="grid gap-5">
          <h2>{t('Dashboard.ended')}</h2>
          <ul className="consents">
            {ended.map((view) => (
              <ConsentSummary key={view.consent.id} {...{ view, place, language }} />
            ))}
          </ul>
          {older && (
            <p className="row">
              <a href={older}>{t('Dashboard.older')}</a>
            </p>
          )}
        </section>
      )}
    </DashboardFrame>
  );
}
