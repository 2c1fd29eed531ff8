import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { LanguageLinks } from './language-links.tsx';
import { PageMain } from './page-main.tsx';
import { ProviderList } from './provider-list.tsx';

/** Which bank's dashboard, where one server serves several. */
export function ChooseProviderPage({ providers }: { providers: Provider[] }) {
  const t = useTranslations('Dashboard.choose');
  const language = useLanguage();
  return (
    <PageMain>
      <title>{t('heading')}</title>
      <p className="flex justify-end gap-3">
        <LanguageLinks look="textual" addressIn={(language) => `/consents?language=${language}`} />
      </p>
      <h1>{t('heading')}</h1>
      <p>{t('lead')}</p>
      <ProviderList
        title={t('title')}
        choices={providers.map(({ providerId, name }) => ({
          name: name[language],
          address: `/consents?${new URLSearchParams({ provider_id: providerId, language })}`,
        }))}
      />
    </PageMain>
  );
}
