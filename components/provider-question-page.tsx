import { useTranslations } from 'next-intl';
import type { ProviderQuestion } from '#lib/authorization/provider-question.ts';
import { LanguageLinks } from './language-links.tsx';
import { PageMain } from './page-main.tsx';
import { ProviderList } from './provider-list.tsx';

/** At which bank the customer is, when the app that sent them does not say; and the way back to it. */
export function ProviderQuestionPage({ question }: { question: ProviderQuestion }) {
  const t = useTranslations();
  const { recipient, choices, addressIn, giveUp } = question;
  return (
    <PageMain>
      <title>{t('ProviderQuestion.heading')}</title>
      <p className="flex justify-end gap-3">
        <LanguageLinks look="textual" addressIn={(language) => addressIn[language]} />
      </p>
      <h1>{t('ProviderQuestion.heading')}</h1>
      <p>{t('ProviderQuestion.lead', { recipient })}</p>
      <ProviderList title={t('ProviderQuestion.title')} choices={choices} />
      <p>
        <a href={giveUp}>{t('SignIn.cancel', { recipient })}</a>
      </p>
    </PageMain>
  );
}
