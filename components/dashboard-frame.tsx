import type { ReactNode } from 'react';
import { type Language, otherLanguages } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { Document } from './document.tsx';
import { ProviderBanner } from './provider-banner.tsx';
import { ProviderHelp } from './provider-help.tsx';

/** Whose page it is, where and in which language; `place` is the query that keeps bank and language from page to page. */
export interface DashboardPlace {
  provider: Provider;
  customer: string;
  language: Language;
  place: string;
  nonce: string;
}

/** A page of the dashboard at a bank, for a customer who is signed in. `address` is its own, without a query. */
export function DashboardFrame({
  title,
  heading = title,
  provider,
  customer,
  language,
  nonce,
  address,
  children,
}: Omit<DashboardPlace, 'place'> & {
  title: string;
  heading?: string;
  address: string;
  children: ReactNode;
}) {
  const t = translator(language);
  const addressIn = (language: Language) =>
    `${address}?${new URLSearchParams({ provider_id: provider.providerId, language })}`;
  return (
    <Document
      title={title}
      language={language}
      banner={
        <ProviderBanner provider={provider} language={language} nonce={nonce}>
          {otherLanguages(language).map((other) => (
            <a
              key={other}
              className="quiet text-inherit no-underline"
              href={addressIn(other)}
              lang={other}
              hrefLang={other}
            >
              {translator(other)('LanguageSwitch.name')}
            </a>
          ))}
        </ProviderBanner>
      }
    >
      <form className="row" method="post" action={`/sign-out?language=${language}`}>
        <input type="hidden" name="provider_id" value={provider.providerId} />
        <input type="hidden" name="ui_language" value={language} />
        {t('Customer.signedIn', { name: customer })}{' '}
        <button className="textual" type="submit">
          {t('Dashboard.signOut')}
        </button>
      </form>
      <h1>{heading}</h1>
      {children}
      <ProviderHelp provider={provider} language={language} />
    </Document>
  );
}
