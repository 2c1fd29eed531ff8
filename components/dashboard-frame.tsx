import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useLanguage } from '#i18n/use-language.ts';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import { LanguageForm } from './language-form.tsx';
import { ProviderPage } from './provider-page.tsx';
import { SignedInAs } from './signed-in-as.tsx';

/** Around every page of the dashboard: the bank, the language, who is signed in and the way out. */
export function DashboardFrame({
  visit: { provider, session },
  signOut,
  switchLanguage,
  children,
}: {
  visit: Visit;
  signOut: (form: FormData) => Promise<void>;
  switchLanguage: (form: FormData) => Promise<void>;
  children: ReactNode;
}) {
  const t = useTranslations('Dashboard');
  const provider_id = provider.providerId;
  const fields = { provider_id, ui_language: useLanguage() };
  return (
    <ProviderPage provider={provider} languages={<LanguageForm look="quiet" switchLanguage={switchLanguage} />}>
      <SignedInAs name={session.name} wayOut={t('signOut')} signOut={signOut} fields={fields} />
      {children}
    </ProviderPage>
  );
}
