import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useLanguage } from '#i18n/use-language.ts';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import { LanguageLinks } from './language-links.tsx';
import { ProviderPage } from './provider-page.tsx';
import { SignedInAs } from './signed-in-as.tsx';

/** Around every page of the dashboard: the bank, the language, who is signed in and the way out. */
export function DashboardFrame({
  visit: { provider, session, path },
  signOut,
  children,
}: {
  visit: Visit;
  signOut: (form: FormData) => Promise<void>;
  children: ReactNode;
}) {
  const t = useTranslations('Dashboard');
  const provider_id = provider.providerId;
  const fields = { provider_id, ui_language: useLanguage() };
  const languages = (
    <LanguageLinks look="quiet" addressIn={(language) => `${path}?${new URLSearchParams({ provider_id, language })}`} />
  );
  return (
    <ProviderPage provider={provider} languages={languages}>
      <SignedInAs name={session.name} wayOut={t('signOut')} signOut={signOut} fields={fields} />
      {children}
    </ProviderPage>
  );
}
