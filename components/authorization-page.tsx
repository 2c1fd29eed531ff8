import type { ConsentPrompt } from '#lib/authorization/consent-prompt.ts';
import type { ProviderQuestion } from '#lib/authorization/provider-question.ts';
import type { Problem } from '#lib/http/problem.ts';
import { ConsentPage } from './consent-page.tsx';
import { ProblemPage } from './problem-page.tsx';
import { ProviderQuestionPage } from './provider-question-page.tsx';

type Action = (form: FormData) => Promise<void>;

/** Whatever page an authorization request comes to. */
export function AuthorizationPage({
  shown,
  decide,
  signOut,
  switchLanguage,
}: {
  shown: ConsentPrompt | ProviderQuestion | Problem;
  decide: Action;
  signOut: Action;
  switchLanguage: Action;
}) {
  switch (shown.outcome) {
    case 'problem':
      return <ProblemPage problem={shown} />;
    case 'choose-provider':
      return <ProviderQuestionPage question={shown} switchLanguage={switchLanguage} />;
    case 'prompt':
      return <ConsentPage prompt={shown} decide={decide} signOut={signOut} />;
  }
}
