import type { ReactNode } from 'react';
import { type Language, otherLanguage } from '#lib/oauth/language.ts';
import { translator } from '#messages/translator.ts';
import { PageFrame } from './page-frame.tsx';
import type { ProblemName } from './problem-name.ts';
import { ProblemText } from './problem-text.tsx';

/** Our page when a request cannot go on: in both languages, because nobody may be there to ask which. */
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
    <PageFrame title={translator(language)(`Problem.${name}.title`)} language={language}>
      <div className="card">
        <ProblemText name={name} language={language} level="h1" />
        {children}
      </div>
      <div className="card">
        <ProblemText name={name} language={otherLanguage(language)} level="h2" />
      </div>
    </PageFrame>
  );
}
