import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { otherLanguage } from '#i18n/locale.ts';
import type { Visit } from '#lib/sign-in/find-customer.ts';
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
  const other = otherLanguage(language);
  const query = new URLSearchParams({ provider_id: provider.providerId, language: other });
  return (
    <>
      <ProviderBanner provider={provider}>
        <a className="quiet text-inherit no-underline" href={`${path}?${query}`} lang={other} hrefLang={other}>
          {t('LanguageSwitch.label')}
        </a>
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
