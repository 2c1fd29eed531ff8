import { type Language, otherLanguages } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { Document } from './document.tsx';

/** Which bank's dashboard, where one server serves several. */
export function ChooseProviderPage({ providers, language }: { providers: Provider[]; language: Language }) {
  const t = translator(language);
  return (
    <Document title={t('Dashboard.choose.heading')} language={language}>
      <p className="row justify-end">
        {otherLanguages(language).map((other) => (
          <a key={other} href={`/consents?language=${other}`} lang={other} hrefLang={other}>
            {translator(other)('LanguageSwitch.name')}
          </a>
        ))}
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
    </Document>
  );
}
