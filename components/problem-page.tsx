import { useTranslations } from 'next-intl';
import { type Language, otherLanguage } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { Problem, ProblemName } from '#lib/http/problem.ts';
import { DeveloperDetails } from './developer-details.tsx';
import { NextStepLinks } from './next-step-links.tsx';

/** Our page when a request cannot go on: in both languages, because nobody may be there to ask which. */
export function ProblemPage({ problem: { name, language, next, received } }: { problem: Problem }) {
  const t = useTranslations('Problem');
  return (
    <>
      <title>{t(`${name}.title`)}</title>
      <main id="main" className="page" tabIndex={-1}>
        <div className="card">
          <ProblemText name={name} language={language} level="h1" />
          {received && <DeveloperDetails received={received} />}
          {next && <NextStepLinks next={next} />}
        </div>
        <div className="card">
          <ProblemText name={name} language={otherLanguage(language)} level="h2" />
        </div>
      </main>
    </>
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
