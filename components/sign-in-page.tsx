import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { Document } from './document.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { ProviderBanner } from './provider-banner.tsx';
import { ProviderHelp } from './provider-help.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Why a customer is not signed in; `retryAfter` in seconds. */
export type SignInProblem =
  | { outcome: 'wrong-credentials' | 'unavailable' }
  | { outcome: 'too-many-failures'; retryAfter: number };

/** Signing in at a sample provider, on the way to a consent or to those given. */
export function SignInPage({
  action,
  provider,
  recipient,
  language,
  nonce,
  username,
  problem,
}: {
  action: string;
  provider: Provider;
  /** Whose request it is for; the dashboard is for nobody's. */
  recipient: string | undefined;
  language: Language;
  nonce: string;
  username: string | undefined;
  problem: SignInProblem | undefined;
}) {
  const t = translator(language);
  const names = { recipient: recipient ?? '', provider: provider.name[language] };
  return (
    <Document
      title={t('SignIn.title', names)}
      language={language}
      banner={
        <ProviderBanner provider={provider} language={language} nonce={nonce}>
          <LanguageSwitch language={language} form="sign-in" onEnter="submit" />
        </ProviderBanner>
      }
    >
      <h1>{t('SignIn.title', names)}</h1>
      <p>{recipient === undefined ? t('SignIn.leadDashboard', names) : t('SignIn.lead', names)}</p>
      {problem && (
        <div id="sign-in-error" className="alarm" role="alert">
          <p>{inWords(problem, language)}</p>
        </div>
      )}
      <SignInForm action={action} recipient={recipient} language={language} username={username} hasFailed={!!problem} />
      <ProviderHelp provider={provider} language={language} />
    </Document>
  );
}

function inWords(problem: SignInProblem, language: Language): string {
  const t = translator(language);
  if (problem.outcome !== 'too-many-failures') return t(`SignIn.problem.${problem.outcome}`);
  return t('SignIn.problem.too-many-failures', { minutes: Math.ceil(problem.retryAfter / 60) });
}
