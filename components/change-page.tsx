import { useTranslations } from 'next-intl';
import type { Language } from '#i18n/locale.ts';
import type { ChangePrompt } from '#lib/consent/answer-change.ts';
import { formatDate } from '#lib/consent/period.ts';
import type { Visit } from '#lib/sign-in/find-customer.ts';
import { ErrorSummary } from './error-summary.tsx';

/** Stopping in part: what stays ticked goes on. Nothing can be added here. */
export function ChangePage({
  visit: { language, place },
  prompt,
  change,
}: {
  visit: Visit;
  prompt: ChangePrompt;
  change: (form: FormData) => Promise<void>;
}) {
  const { kept, problem } = prompt;
  const { consent, recipient, words } = prompt.view;
  const t = useTranslations();
  const removable = consent.clusters.filter((cluster) => cluster !== 'ACCOUNT_BASIC');
  return (
    <>
      <title>{t('Dashboard.changing.title')}</title>
      <h1>{t('Dashboard.changing.heading', { recipient })}</h1>
      {problem && (
        <ErrorSummary
          title={t('Dashboard.changing.problem.title')}
          text={t(`Dashboard.changing.problem.${problem}`)}
          href={problem === 'no-account' ? '#accounts' : undefined}
        />
      )}
      <p>{t('Dashboard.changing.lead', { date: formatDate(language, consent.expiresAt) })}</p>
      <form action={change} className="grid gap-5">
        <input type="hidden" name="consent_id" value={consent.id} />
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
    </>
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
