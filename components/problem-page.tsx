import type { ReactNode } from 'react';
import { type Language, otherLanguages } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { UntrustedReason } from '#lib/oauth/redirect-target.ts';
import { Document } from './document.tsx';

/** What cannot go on, by the key of its words. */
export type ProblemName =
  | UntrustedReason
  | 'not-found'
  | 'foreign-origin'
  | 'ticket-invalid'
  | 'request-uri-unknown'
  | 'ticket-expired'
  | 'already-answered'
  | 'wrong-type'
  | 'too-large'
  | 'uri-too-long'
  | 'method-not-allowed'
  | 'unavailable'
  | UpstreamProblem;

/** What a bank's own sign-in page or accounts can end in. */
export type UpstreamProblem =
  | 'sign-in-lost'
  | 'sign-in-expired'
  | 'sign-in-refused'
  | 'bank-unavailable'
  | 'accounts-unavailable'
  | 'no-accounts';

/** Our page when a request cannot go on: in every language, because nobody may be there to ask which. */
export function ProblemPage({
  name,
  language,
  children,
}: {
  name: ProblemName;
  language: Language;
  children?: ReactNode;
}) {
  return (
    <Document title={translator(language)(`Problem.${name}.title`)} language={language}>
      <div className="card">
        <ProblemText name={name} language={language} level="h1" />
        {children}
      </div>
      {otherLanguages(language).map((other) => (
        <div key={other} className="card">
          <ProblemText name={name} language={other} level="h2" />
        </div>
      ))}
    </Document>
  );
}

function ProblemText({ name, language, level }: { name: ProblemName; language: Language; level: 'h1' | 'h2' }) {
  const t = translator(language);
  const Heading = level;
  return (
    <section lang={language} className="grid gap-2">
      <Heading>{t(`Problem.${name}.title`)}</Heading>
      <p>{t(`Problem.${name}.text`)}</p>
      <p>{t('Problem.nothingShared')}</p>
    </section>
  );
}
