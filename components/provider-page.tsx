import type { ReactNode } from 'react';
import type { Provider } from '#lib/registry/provider.ts';
import { PageMain } from './page-main.tsx';
import { ProviderBanner } from './provider-banner.tsx';
import { ProviderFooter } from './provider-footer.tsx';
import { ProviderHelp } from './provider-help.tsx';

/** A page at a bank: its banner above, with the switch of language, and its help below. */
export function ProviderPage({
  provider,
  languages,
  children,
}: {
  provider: Provider;
  languages: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <ProviderBanner provider={provider}>{languages}</ProviderBanner>
      <PageMain>
        {children}
        <ProviderHelp provider={provider} />
        <ProviderFooter provider={provider} />
      </PageMain>
    </>
  );
}
