import type { ReactNode } from 'react';
import type { Language } from '#lib/oauth/language.ts';
import { translator } from '#messages/translator.ts';

/** The column of every page, with a way past the banner for those who go by keyboard. */
export function PageFrame({
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
    <>
      <title>{title}</title>
      <a className="skip" href="#main">
        {translator(language)('Page.skip')}
      </a>
      {banner}
      <main id="main" className="page" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
