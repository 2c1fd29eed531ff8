import { useTranslations } from 'next-intl';
import { useDate, useDateTime } from '#i18n/use-date.ts';
import type { ChangePrompt } from '#lib/dashboard/answer-change.ts';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import { ChangeForm } from './change-form.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { PageTitle } from './page-title.tsx';

/** Stopping in part: what stays ticked goes on. Nothing can be added here. */
export function ChangePage({
  visit: { place },
  prompt,
  change,
}: {
  visit: Visit;
  prompt: ChangePrompt;
  change: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations('Dashboard.changing');
  const [date, time] = [useDate(), useDateTime()];
  const { problem, view } = prompt;
  const { durationType, expiresAt } = view.consent;
  return (
    <>
      <PageTitle title={t('title')} isError={problem !== undefined} />
      <h1>{t('heading', view.names)}</h1>
      {problem && (
        <ErrorSummary
          title={t('problem.title')}
          text={t(`problem.${problem}`)}
          href={problem === 'no-account' ? '#accounts' : undefined}
        />
      )}
      <p>{t('lead', { date: durationType === 'ONE_TIME' ? time(expiresAt) : date(expiresAt) })}</p>
      <ChangeForm prompt={prompt} place={place} change={change} />
    </>
  );
}
