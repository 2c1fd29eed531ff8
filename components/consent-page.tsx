import { useTranslations } from 'next-intl';
import type { ConsentPrompt } from '#lib/authorization/consent-prompt.ts';
import { ConsentForm } from './consent-form.tsx';
import { ConsentGlance } from './consent-glance.tsx';
import { ConsentHeading } from './consent-heading.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { NotYou } from './not-you.tsx';
import { PageTitle } from './page-title.tsx';
import { ProviderPage } from './provider-page.tsx';

type Action = (form: FormData) => Promise<void>;

/** Who asks for which data, from which accounts, until when; and the two answers. */
export function ConsentPage({ prompt, decide, signOut }: { prompt: ConsentPrompt; decide: Action; signOut: Action }) {
  const t = useTranslations('Consent.problem');
  const { words, filledIn, provider } = prompt;
  const trouble = filledIn.problem && t(filledIn.problem);
  const isOfAccounts = filledIn.problem === 'no-account';
  return (
    <ProviderPage provider={provider} languages={<LanguageSwitch form="consent" onEnter="nothing" />}>
      <PageTitle title={words.title} isError={trouble !== undefined} />
      {trouble && <ErrorSummary title={t('title')} text={trouble} href={isOfAccounts ? '#accounts' : undefined} />}
      <NotYou prompt={prompt} signOut={signOut} />
      <ConsentHeading prompt={prompt} />
      <ConsentGlance words={words} />
      <ConsentForm action={decide} prompt={prompt} accountsError={isOfAccounts ? trouble : undefined} />
    </ProviderPage>
  );
}
