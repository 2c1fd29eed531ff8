import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { requestLanguage } from '#i18n/request.ts';
import { inkOn } from '#lib/registry/accent.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { Logo } from './logo.tsx';

/** Where the customer is, in the colours of the bank; `children` is the switch of language. */
export async function ProviderBanner({ provider, children }: { provider: Provider; children: ReactNode }) {
  const { accentColor, logoUri } = provider;
  const t = await getTranslations('ProviderBanner');
  const name = provider.name[await requestLanguage()];
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <header className="banner">
      <style nonce={nonce}>{`:root{--accent:${accentColor};--accent-ink:${inkOn(accentColor)}}`}</style>
      <div>
        <Logo uri={logoUri} name={name} />
        <p>
          {t('at')} <b>{name}</b>
        </p>
        {children}
      </div>
    </header>
  );
}
