import type { View } from '#lib/front-door/view.ts';
import type { Language } from '#lib/oauth/language.ts';
import { translator } from '#messages/translator.ts';

/** Why a customer is not signed in, in words. */
export function problemOf({ problem, retryAfter = 60 }: View, language: Language): string | undefined {
  const t = translator(language);
  switch (problem) {
    case 'wrong-credentials':
    case 'unavailable':
      return t(`SignIn.problem.${problem}`);
    case 'too-many-failures':
      return t('SignIn.problem.too-many-failures', { minutes: Math.ceil(retryAfter / 60) });
    default:
      return undefined;
  }
}
