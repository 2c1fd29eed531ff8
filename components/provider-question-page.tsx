import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { ProviderQuestion } from '#lib/authorization/provider-question.ts';
import { namesIn } from '#lib/registry/name.ts';
import { LanguageForm } from './language-form.tsx';
import { PageMain } from './page-main.tsx';
import { ProviderList } from './provider-list.tsx';

/** At which bank the customer is, when the app that sent them does not say; and the way back to it. */
export function ProviderQuestionPage({
  question,
  switchLanguage,
}: {
  question: ProviderQuestion;
  switchLanguage: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations();
  const { recipient, choices, address, giveUp } = question;
  const names = namesIn(useLanguage(), { recipient });
  return (
    <PageMain>
      <title>{t('ProviderQuestion.heading')}</title>
      <div className="justify-self-end">
        <LanguageForm look="textual" switchLanguage={switchLanguage} address={address} />
      </div>
      <h1>{t('ProviderQuestion.heading')}</h1>
      <p>{t('ProviderQuestion.lead', names)}</p>
      <ProviderList title={t('ProviderQuestion.title')} choices={choices} />
      <p>
        <a href={giveUp}>{t('SignIn.cancel', names)}</a>
      </p>
    </PageMain>
  );
}
