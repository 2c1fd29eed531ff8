import type { Language } from '#lib/oauth/language.ts';
import { translator } from '#messages/translator.ts';
import type { ProblemName } from './problem-name.ts';

/** What is wrong, in one language. */
export function ProblemText({
  name,
  language,
  level,
}: {
  name: ProblemName;
  language: Language;
  level: 'h1' | 'h2';
}) {
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
