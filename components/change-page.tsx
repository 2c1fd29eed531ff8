import { formatDate } from '#i18n/format-date.ts';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { ConsentView } from '#lib/disclosure/consent-view.ts';
import { DashboardFrame, type DashboardPlace } from './dashboard-frame.tsx';
import { ErrorSummary } from './error-summary.tsx';

export type ChangeProblem = 'no-account' | 'not-understood' | 'unchanged';

/** Stopping in part: what stays ticked goes on. Nothing can be added here. */
export function ChangePage({
  provider,
  customer,
  language,
  place,
  nonce,
  view: { consent, recipient, words },
  kept,
  problem,
}: DashboardPlace & {
  view: ConsentView;
  /** The accounts and clusters that are ticked. */
  kept: string[];
  problem: ChangeProblem | undefined;
}) {
  const t = translator(language);
  const address = `/consents/${consent.id}/change`;
  const removable = consent.clusters.filter((cluster) => cluster !== 'ACCOUNT_BASIC');
  return (
    <DashboardFrame
      title={t('Dashboard.changing.title')}
      heading={t('Dashboard.changing.heading', { recipient })}
      {...{ provider, customer, language, nonce, address }}
    >
      {problem && (
        <ErrorSummary
          title={t('Dashboard.changing.problem.title')}
          text={t(`Dashboard.changing.problem.${problem}`)}
          href={problem === 'no-account' ? '#accounts' : undefined}
        />
      )}
      <p>{t('Dashboard.changing.lead', { date: formatDate(language, consent.expiresAt) })}</p>
      <form method="post" action={`${address}?${place}`} className="grid gap-5">
        <fieldset className="card" id="accounts" tabIndex={-1}>
          <legend className="contents">
            <h2>{t('Dashboard.changing.accounts')}</h2>
          </legend>
          {words.accounts.choices.map(({ accountId, label }) => (
            <Choice key={accountId} name="account" value={accountId} label={label} kept={kept} lang={words.language} />
          ))}
        </fieldset>
        {removable.length > 0 && (
          <fieldset className="card">
            <legend className="contents">
              <h2>{t('Dashboard.changing.data')}</h2>
            </legend>
            <p>{t('Dashboard.changing.basic')}</p>
            {removable.map((cluster) => (
              <Choice
                key={cluster}
                name="cluster"
                value={cluster}
                label={t(`Cluster.${cluster}.title`)}
                kept={kept}
                lang={language}
              />
            ))}
          </fieldset>
        )}
        <div className="decision">
          <a className="button" href={`/consents/${consent.id}?${place}`}>
            {t('Dashboard.changing.cancel')}
          </a>
          <button className="button" type="submit" name="decision" value="change">
            {t('Dashboard.changing.confirm')}
          </button>
        </div>
      </form>
    </DashboardFrame>
  );
}

function Choice({
  name,
  value,
  label,
  kept,
  lang,
}: {
  name: string;
  value: string;
  label: string;
  kept: string[];
  lang: Language;
}) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} value={value} defaultChecked={kept.includes(value)} />
      <span lang={lang}>{label}</span>
    </label>
  );
}
