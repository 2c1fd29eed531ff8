import { useTranslations } from 'next-intl';
import { otherLanguage } from '#i18n/locale.ts';
import { useLanguage } from '#i18n/use-language.ts';
import type { Provider } from '#lib/registry/provider.ts';

/** Which bank's dashboard, where one server serves several. */
export function ChooseProviderPage({ providers }: { providers: Provider[] }) {
  const t = useTranslations();
  const language = useLanguage();
  const other = otherLanguage(language);
  return (
    <main id="main" className="page" tabIndex={-1}>
      <title>{t('Dashboard.choose.heading')}</title>
      <p className="row justify-end">
        <a href={`/consents?language=${other}`} lang={other} hrefLang={other}>
          {t('LanguageSwitch.label')}
        </a>
      </p>
      <h1>{t('Dashboard.choose.heading')}</h1>
      <p>{t('Dashboard.choose.lead')}</p>
      <section className="card">
        <h2>{t('Dashboard.choose.title')}</h2>
        <ul className="consents">
          {providers.map(({ providerId, name }) => (
            <li key={providerId}>
              <a href={`/consents?${new URLSearchParams({ provider_id: providerId, language })}`}>{name[language]}</a>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}
