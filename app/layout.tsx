import './accord.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { requestLanguage } from '#i18n/request.ts';
import { assetAddress } from '#lib/http/asset-address.ts';

export const metadata: Metadata = { icons: '/accord.svg', robots: { index: false } };

/** A whole page in one column, with a way past the banner for those who go by keyboard. */
export default async function Layout({ children }: { children: ReactNode }) {
  const [t, language] = [await getTranslations('Document'), await requestLanguage()];
  return (
    <html lang={language}>
      <head>
        <script async src={assetAddress('submit-once.js')} />
      </head>
      <body>
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        {children}
      </body>
    </html>
  );
}
