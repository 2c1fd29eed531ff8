import './globals.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { SkipLink } from '#components/skip-link.tsx';
import { requestLanguage, requestProvider } from '#i18n/request.ts';
import { assetAddress } from '#lib/http/asset-address.ts';

/** The icon is that of the bank at which the page is, where it has one. */
export const generateMetadata = async (): Promise<Metadata> => ({
  icons: (await requestProvider())?.iconUri ?? '/accord.svg',
  robots: { index: false },
});

/** A whole page in one column, with a way past the banner for those who go by keyboard. */
export default async function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang={await requestLanguage()}>
      <head>
        <script async src={assetAddress('submit-once.js')} />
      </head>
      <body>
        <SkipLink />
        {children}
      </body>
    </html>
  );
}
