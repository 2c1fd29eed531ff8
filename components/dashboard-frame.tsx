import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Language, otherLanguages } from '#i18n/locale.ts';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import { LanguageName } from './language-name.tsx';
import { ProviderBanner } from './provider-banner.tsx';
import { ProviderHelp } from './provider-help.tsx';

/** Around every page of the dashboard: the bank, the language, who is signed in and the way out. */
export function DashboardFrame({
  visit: { provider, session, language, path },
  signOut,
  children,
}: {
  visit: Visit;
  signOut: (form: FormData) => Promise<void>;
  children: ReactNode;
}) {
  const t = useTranslations();
  const addressIn = (language: Language) =>
    `${path}?${new URLSearchParams({ provider_id: provider.providerId, language })}`;
  return (
    <>
      <ProviderBanner provider={provider}>
        {otherLanguages(language).map((other) => (
          <a
            key={other}
            className="quiet text-inherit no-underline"
            href={addressIn(other)}
            lang={other}
            hrefLang={other}
          >
            <LanguageName language={other} />
          </a>
        ))}
      </ProviderBanner>
      <main id="main" className="page" tabIndex={-1}>
        <form className="row" action={signOut}>
          <input type="hidden" name="provider_id" value={provider.providerId} />
          <input type="hidden" name="ui_language" value={language} />
          {t('Customer.signedIn', { name: session.name })}{' '}
          <button className="textual" type="submit">
            {t('Dashboard.signOut')}
          </button>
        </form>
        {children}
        <ProviderHelp provider={provider} />
      </main>
    </>
  );
}
