import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { Card } from './card.tsx';
import { LanguageForm } from './language-form.tsx';
import { Logo } from './logo.tsx';
import { PageMain } from './page-main.tsx';

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
      <section className="grid gap-3.5">
        <h2>{t('title')}</h2>
        <ul className="grid gap-3">
          {providers.map(({ providerId, name, logoUri }) => (
            <Card as="li" key={providerId}>
              <a
                className="flex items-center gap-x-3"
                href={`/consents?${new URLSearchParams({ provider_id: providerId, language })}`}
              >
                <Logo uri={logoUri} name={name[language]} />
                {name[language]}
              </a>
            </Card>
          ))}
        </ul>
      </section>
    </PageMain>
  );
}
