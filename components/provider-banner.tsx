import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useLanguage } from '#i18n/use-language.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { AccentColors } from './accent-colors.tsx';
import { Logo } from './logo.tsx';

/** Where the customer is, in the colours of the bank; `children` is the switch of language. */
export function ProviderBanner({ provider, children }: { provider: Provider; children: ReactNode }) {
  const t = useTranslations('ProviderBanner');
  const name = provider.name[useLanguage()];
  return (
    <header className="border-b-4 border-second bg-accent text-on-accent print:bg-transparent print:text-inherit">
      <AccentColors provider={provider} />
      <div className="mx-auto max-w-160 px-4 flex flex-wrap items-center gap-x-3 gap-y-1 py-2.75">
        <Logo uri={provider.logoUri} name={name} />
        <p className="grow basis-36 leading-tight">
          {`${t('at')} `}
          <b className="block text-lg">{name}</b>
        </p>
        {children}
      </div>
    </header>
  );
}
