import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { SignInProblem, SignInPrompt } from '#lib/authorization/sign-in-prompt.ts';
import { Alarm } from './alarm.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { ProviderPage } from './provider-page.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Signing in at a sample bank, on the way to a consent or to those given. */
export function SignInPage({ prompt, signIn }: { prompt: SignInPrompt; signIn: (form: FormData) => Promise<void> }) {
  const { provider, requester, query } = prompt.signIn;
  const t = useTranslations('SignIn');
  const language = useLanguage();
  const recipient = requester?.name[language];
  const names = { provider: provider.name[language] };
  return (
    <ProviderPage provider={provider} languages={<LanguageSwitch form="sign-in" onEnter="submit" />}>
      <title>{t('title', names)}</title>
      <h1>{t('title', names)}</h1>
      <p>{recipient === undefined ? t('leadDashboard', names) : t('lead', { ...names, recipient })}</p>
      {prompt.problem && <SignInAlarm problem={prompt.problem} />}
      <SignInForm
        action={signIn}
        query={query}
        recipient={recipient}
        username={prompt.username}
        hasFailed={prompt.problem !== undefined}
      />
    </ProviderPage>
  );
}

function SignInAlarm({ problem }: { problem: SignInProblem }) {
  const t = useTranslations('SignIn.problem');
  return (
    <Alarm id="sign-in-error">
      <p>
        {problem.outcome === 'too-many-failures'
          ? t(problem.outcome, { minutes: Math.ceil(problem.retryAfter / 60) })
          : t(problem.outcome)}
      </p>
    </Alarm>
  );
}
