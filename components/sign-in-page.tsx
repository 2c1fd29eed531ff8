import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { SignInProblem, SignInPrompt } from '#lib/authorization/sign-in-prompt.ts';
import { namesIn } from '#lib/registry/name.ts';
import { ErrorSummary } from './error-summary.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { PageTitle } from './page-title.tsx';
import { ProviderPage } from './provider-page.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Signing in at a sample bank, on the way to a consent or to those given. */
export function SignInPage({ prompt, signIn }: { prompt: SignInPrompt; signIn: (form: FormData) => Promise<void> }) {
  const { problem, username } = prompt;
  const { provider, requester, query } = prompt.signIn;
  const t = useTranslations('SignIn');
  const language = useLanguage();
  const names = namesIn(language, { provider: provider.name });
  const requesterNames = requester && namesIn(language, { recipient: requester.name });
  return (
    <ProviderPage provider={provider} languages={<LanguageSwitch form="sign-in" onEnter="submit" />}>
      <PageTitle title={t('title', names)} isError={problem !== undefined} />
      {problem && <SignInError problem={problem} />}
      <h1>{t('title', names)}</h1>
      <p>{requesterNames ? t('lead', { ...names, ...requesterNames }) : t('leadDashboard', names)}</p>
      <SignInForm
        action={signIn}
        query={query}
        requester={requesterNames}
        username={username}
        hasFailed={problem !== undefined}
      />
    </ProviderPage>
  );
}

function SignInError({ problem }: { problem: SignInProblem }) {
  const t = useTranslations('SignIn.problem');
  const text =
    problem.outcome === 'too-many-failures'
      ? t(problem.outcome, { minutes: Math.ceil(problem.retryAfter / 60) })
      : t(problem.outcome);
  return <ErrorSummary id="sign-in-error" title={t('title')} text={text} href="#username" />;
}
