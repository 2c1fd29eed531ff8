import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { SignInProblem, SignInPrompt } from '#lib/authorization/sign-in-prompt.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { ProviderBanner } from './provider-banner.tsx';
import { ProviderHelp } from './provider-help.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Signing in at a sample bank, on the way to a consent or to those given. */
export function SignInPage({ prompt, signIn }: { prompt: SignInPrompt; signIn: (form: FormData) => Promise<void> }) {
  const { provider, requester, query } = prompt.signIn;
  const t = useTranslations('SignIn');
  const language = useLanguage();
  const recipient = requester?.name[language];
  const names = { recipient: recipient ?? '', provider: provider.name[language] };
  return (
    <>
      <title>{t('title', names)}</title>
      <ProviderBanner provider={provider}>
        <LanguageSwitch form="sign-in" onEnter="submit" />
      </ProviderBanner>
      <main id="main" className="page" tabIndex={-1}>
        <h1>{t('title', names)}</h1>
        <p>{recipient === undefined ? t('leadDashboard', names) : t('lead', names)}</p>
        {prompt.problem && <Trouble problem={prompt.problem} />}
        <SignInForm
          action={signIn}
          query={query}
          recipient={recipient}
          username={prompt.username}
          hasFailed={prompt.problem !== undefined}
        />
        <ProviderHelp provider={provider} />
      </main>
    </>
  );
}

function Trouble({ problem }: { problem: SignInProblem }) {
  const t = useTranslations('SignIn.problem');
  return (
    <div id="sign-in-error" className="alarm" role="alert">
      <p>
        {problem.outcome === 'too-many-failures'
          ? t(problem.outcome, { minutes: Math.ceil(problem.retryAfter / 60) })
          : t(problem.outcome)}
      </p>
    </div>
  );
}
