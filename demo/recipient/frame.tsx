import type { ReactNode } from 'react';
import { Document } from '#components/document.tsx';
import { type Language, otherLanguages } from '#i18n/locale.ts';
import { messages } from './messages.ts';

/** A page of the sample recipient, in colours that are not a bank's. */
export function Frame({ title, language, children }: { title: string; language: Language; children: ReactNode }) {
  const [other = language] = otherLanguages(language);
  const banner = (
    <header className="banner">
      <div>
        <img className="logo" src="/accord.svg" alt="" width="44" height="44" />
        <p>
          <b>Accord</b>
        </p>
        <a className="quiet text-inherit no-underline" href={`/demo?language=${other}`} lang={other} hrefLang={other}>
          {messages[language].otherLanguage}
        </a>
      </div>
    </header>
  );
  return (
    <Document title={title} language={language} banner={banner}>
      <h1>{title}</h1>
      {children}
    </Document>
  );
}
