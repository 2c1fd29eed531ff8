import type { ReactNode } from 'react';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { inkOn } from '#lib/registry/accent.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { Logo } from './logo.tsx';

/** Where the customer is, in the colours of the bank; `children` is the switch of language. */
export function ProviderBanner({
  provider,
  language,
  nonce,
  children,
}: {
  provider: Provider;
  language: Language;
  nonce: string;
  children: ReactNode;
}) {
  const { accentColor, logoUri } = provider;
  const name = provider.name[language];
  return (
    <header className="banner">
      <style nonce={nonce}>{`:root{--accent:${accentColor};--accent-ink:${inkOn(accentColor)}}`}</style>
      <div>
        <Logo uri={logoUri} name={name} />
        <p>
          {translator(language)('ProviderBanner.at')} <b>{name}</b>
        </p>
        {children}
      </div>
    </header>
  );
}
