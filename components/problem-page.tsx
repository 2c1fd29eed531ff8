import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { type Language, locales, otherLanguages } from '#i18n/locale.ts';
import type { Problem, ProblemName } from '#lib/http/problem.ts';
import { Card } from './card.tsx';
import { DeveloperDetails } from './developer-details.tsx';
import { NextStepLinks } from './next-step-links.tsx';
import { PageMain } from './page-main.tsx';

/** Our page when a request cannot go on. */
export function ProblemPage({ problem }: { problem: Problem }) {
  return (
    <PageMain>
      <ProblemCards problem={problem} />
    </PageMain>
  );
}

/** What cannot go on, inside a page: in every language, because nobody may be there to ask which. */
export function ProblemCards({ problem: { name, language, next, received } }: { problem: Problem }) {
  const t = useTranslations('Problem');
  return (
    <>
      <title>{t(`${name}.title`)}</title>
      <Card>
        <ProblemText name={name} language={language} level="h1" />
        {received && <DeveloperDetails received={received} />}
        {next && <NextStepLinks next={next} />}
      </Card>
      {otherLanguages(language).map((other) => (
        <Card key={other}>
          <ProblemText name={name} language={other} level="h2" />
        </Card>
      ))}
    </>
  );
}

async function ProblemText({ name, language, level }: { name: ProblemName; language: Language; level: 'h1' | 'h2' }) {
  const t = await getTranslations({ locale: locales[language].tag, namespace: 'Problem' });
  const Heading = level;
  return (
    <section lang={language} className="grid gap-2">
      <Heading>{t(`${name}.title`)}</Heading>
      <p>{t(`${name}.text`)}</p>
      <p>{t('nothingShared')}</p>
    </section>
  );
}
