import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { ConsentPrompt } from '#lib/authorization/consent-prompt.ts';
import { newJourney, queryOfRequest } from '#lib/authorization/journey.ts';
import { ConsentForm } from './consent-form.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';
import { ProviderBanner } from './provider-banner.tsx';
import { ProviderHelp } from './provider-help.tsx';
import { SignedInAs } from './signed-in-as.tsx';

type Action = (form: FormData) => Promise<void>;

/** Who asks for which data, from which accounts, until when; and the two answers. */
export function ConsentPage({ prompt, decide, signOut }: { prompt: ConsentPrompt; decide: Action; signOut: Action }) {
  const { recipient, provider, session, words, ticket, filledIn } = prompt;
  const t = useTranslations('Consent');
  const language = useLanguage();
  const trouble = filledIn.problem && t(`problem.${filledIn.problem}`);
  const isOfAccounts = filledIn.problem === 'no-account';
  return (
    <>
      <title>{words.title}</title>
      <ProviderBanner provider={provider}>
        <LanguageSwitch form="consent" onEnter="nothing" />
      </ProviderBanner>
      <main id="main" className="page" tabIndex={-1}>
        {trouble && (
          <ErrorSummary title={t('problem.title')} text={trouble} href={isOfAccounts ? '#accounts' : undefined} />
        )}
        <SignedInAs name={session.name} signOut={signOut} returnTo={returnTo(prompt)} />
        <div className="hero">
          <Logo uri={recipient.logoUri} name={recipient.name[language]} />
          <h1>{words.heading}</h1>
        </div>
        <div>
          <p>{words.purpose}</p>
          <p>{words.lead}</p>
        </div>
        <ConsentForm
          action={decide}
          recipient={recipient}
          words={words}
          ticket={ticket}
          filledIn={filledIn}
          error={isOfAccounts ? trouble : undefined}
        />
        <ProviderHelp provider={provider} />
      </main>
    </>
  );
}

const returnTo = ({ request, journey, issuedAt }: ConsentPrompt): URLSearchParams =>
  queryOfRequest(request, journey ?? newJourney(request, issuedAt));
