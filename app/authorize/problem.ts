import type { Language } from '#lib/oauth/language.ts';
import { translator } from '#messages/translator.ts';

const problems = ['no-account', 'not-understood', 'other-session', 'changed', 'unavailable'] as const;

/** What stands in the way of a posted answer, in words; `href` leads to where it is mended. */
export function problemOf(name: string | undefined, language: Language) {
  const problem = problems.find((known) => known === name);
  if (!problem) return undefined;
  const t = translator(language);
  return {
    title: t('Consent.problem.title'),
    text: t(`Consent.problem.${problem}`),
    href: problem === 'no-account' ? '#accounts' : undefined,
  };
}
