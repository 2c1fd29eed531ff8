import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { LanguageForm } from './language-form.tsx';
import { PageMain } from './page-main.tsx';
import { ProviderList } from './provider-list.tsx';

/** Which bank's dashboard, where one server serves several. */
export function ChooseProviderPage({
  providers,
  switchLanguage,
}: {
  providers: Provider[];
  switchLanguage: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations('Dashboard.choose');
  const language = useLanguage();
  return (
    <PageMain>
      <title>{t('heading')}</title>
      <div className="justify-self-end">
        <LanguageForm look="textual" switchLanguage={switchLanguage} />
      </div>
      <h1>{t('heading')}</h1>
      <p>{t('lead')}</p>
      <ProviderList
        title={t('title')}
        choices={providers.map(({ providerId, name, logoUri }) => ({
          name: name[language],
          logoUri,
          address: `/consents?${new URLSearchParams({ provider_id: providerId, language })}`,
        }))}
      />
    </PageMain>
  );
}
