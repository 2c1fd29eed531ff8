import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { type Language, locales, otherLanguages } from '#i18n/locale.ts';
import type { Problem, ProblemName } from '#lib/http/problem.ts';
import { BulletList } from './bullet-list.tsx';
import { Card } from './card.tsx';
import { DeveloperDetails } from './developer-details.tsx';
import { NextStepLinks } from './next-step-links.tsx';

/** What cannot go on, inside a page: in every language, because nobody may be there to ask which. */
export function ProblemCards({ problem }: { problem: Problem }) {
  const { name, language, lines, received } = problem;
  const t = useTranslations('Problem');
  return (
    <>
      <title>{t(`${name}.title`)}</title>
      <Card>
        <ProblemText name={name} language={language} level="h1" />
        {lines && <BulletList lines={lines} />}
        {received && <DeveloperDetails received={received} />}
        <NextStepLinks problem={problem} />
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
    </section>
  );
}
