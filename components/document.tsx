import type { ReactNode } from 'react';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { assetAddress } from './asset.ts';

const styles = assetAddress('accord.css');
const submitOnce = assetAddress('submit-once.js');

/** A whole page in one column, with a way past the banner for those who go by keyboard. No framework goes along. */
export function Document({
  title,
  language,
  banner,
  children,
}: {
  title: string;
  language: Language;
  banner?: ReactNode;
  children: ReactNode;
}) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href={styles} />
        <link rel="icon" href="/accord.svg" />
        <script async src={submitOnce} />
      </head>
      <body>
        <a className="skip" href="#main">
          {translator(language)('Document.skip')}
        </a>
        {banner}
        <main id="main" className="page" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}
